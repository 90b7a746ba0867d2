import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiotas?|imbecil(es)?|inutil(es)?|estupid[oa]s?|tont[oa]s|incompetentes?|ladron(es)?|estafador(es)?|sinverguenzas?|mentiros[oa]s|payas[oa]s|subnormal(es)?|gilipollas|pendej[oa]s?|basura)';
const account = '(cuenta|suscripcion|contrato|plan|servicio|membresia|abono)s?';
const ours = '(mi|nuestra|nuestro|la|el|esta|este)';

export const es: RiskTable = {
  phrases: {
    refund: [
      '(quiero|queremos|solicito|solicitamos|exijo|exigimos|pido|pedimos|reclamo|reclamamos|necesito|espero|quisiera|me gustaria) _ (reembolso|devolucion del (importe|dinero|pago|cargo|cobro)|me devuelvan|nos devuelvan|reembolsen|dinero de vuelta|devuelvan el)',
      '?(por favor )?(devuelvanme|devuelvannos|reembolsenme|reembolsennos|reintegrenme|devuelveme|reembolseme|devuelvame)',
      '?(pueden|podrian|podria|puede|pido que|por favor) (me |nos )?(devolver|devolverme|devolvernos|reembolsar|reembolsarme|reembolsarnos|devuelvan|reembolsen)',
      '(mi|nuestro) dinero (de vuelta|de regreso)',
      '?(reintegren|reintegro|devuelvan|reembolsen|devolver|compensen|indemnicen|compensacion|indemnizacion) _ (dinero|importe|pago|euros|cobro|dolares|pesos|cargo)',
      '?(hagan|hacer|realicen|tramiten|efectuen|procesen) (la|el|una|un) (devolucion|reembolso|reintegro)',
      '(quiero|exijo|necesito|espero|pido|solicito) _ (reintegren|compensen|indemnicen|compensacion|indemnizacion|reintegro)',
      '?(me |nos )(abonen|reintegren|ingresen|acrediten|abone|devuelvan|reembolsen) (de nuevo |otra vez |ya |de inmediato )*(los|las|el|la|mi|mis|lo)',
    ],
    legal: [
      '?(mi|mis|nuestro|nuestros) abogad[oa]s? (se|les|los|le|ya|va|van|esta)',
      '?(contactar|contactado|contratar|contratado|consultar|consultado|hablar|hablado|llamar|acudir) (a |con )?(un|mi|nuestro|una|mis) abogad[oa]s?',
      '?(poner|presentar|interponer|pondre|presentare|interpondre|ponerles) (una |la )?(denuncia|demanda|reclamacion) _ (agencia|autoridad|consumo|policia|juzgado|tribunal*|proteccion|facua|oficina|profeco|banco)',
      '?(acciones|medidas|vias?) (legales|judiciales|judicial|legal)',
      '?(llevare|llevaremos|ire|iremos|llevar|vere|veremos|acudire|acudiremos) _ (tribunales|juicio|juzgados?|justicia|corte)',
      '?(los|les|le|voy a|os) (demandare|demandaremos|demandar|denunciare|denunciaremos|denunciar|demandarlos|denunciarlos|denunciarles)',
      '?(denunciar|denunciare|quejarme|reclamar|reclamare|denunciarlo) (ante|a|en) (la|el|las) (agencia|autoridad|consumo|defensor|proteccion|oficina)',
      '(disputar|disputare|impugnar|impugnare|anular) _ (cargo|cobro|pago) _ banco',
      '?(en manos de|a) (mi|mis|nuestro|nuestra|nuestros) abogad[oa]s?',
      '?(tomare|tomaremos|emprendere|iniciare|iniciaremos|emprenderemos) _ (legales|judiciales|legal)',
      '?(hojas? de reclamaciones|burofax|demanda judicial|oficina del consumidor|organismo de consumo)',
      '?(demandarlos|demandarles|demandaros|denunciarlos|denunciarles|demandarte|denunciaros)',
      '?(ultimo aviso|ultima advertencia) antes de',
    ],
    safety: [
      '?!(quitarme la vida|suicid*|matarme|acabar con mi vida|no quiero (seguir )?vivi(r|endo)|hacerme dano)',
      '?(se|ha|habia) (incendio|incendiado|prendio fuego|prendido fuego|exploto|explotado|derritio|prendio)',
      '?(en llamas|echa humo|echaba humo|salto? chispas|salian chispas|descarga electrica|amenaza de bomba)',
      '?(se|me|nos) (quemo|quemado|queme|lesiono|lesione|hirio|corto|electrocuto|intoxico)(?! (el|la) (presupuesto|plazo))',
      '?(los|les|te|os|voy a) (matare|matar|matarlos|matarte|pegar un tiro|mato)(?! (el|los) (proceso|procesos))',
      '?(salio|salia|sale|salieron|salian|echa|echaba|echo|olia a|huele a) (mucho |un |unas )?(humo|chispas|quemado|llamas|fuego)',
      '?!((veo|tiene|encuentro) sentido (a|en)? ?(seguir )?(vivir|viviendo|la vida)|ganas de (seguir )?(vivir|viviendo)|razon(es)? para (seguir )?vivi(r|endo)|acabar con todo)',
      '?(esta|estan|fue|resulto|resultaron|ha resultado) (gravemente )?(herid[oa]s?|lesionad[oa]s?|quemad[oa]s?|electrocutad[oa]s?)',
      '(me|nos|le) (dio|ha dado|pego|solto) (un|una) (calambre|descarga|chispazo|calambrazo|corriente)',
    ],
    churn: [
      `(quiero|queremos|deseo|deseamos|quisiera|solicito|solicitamos|necesito|hemos decidido|he decidido|vamos a|voy a|por favor) _ (dar de baja|darme de baja|darnos de baja|cancelar|cerrar|eliminar|rescindir) ${ours} ([a-z]+ )?${account}`,
      '(quiero|queremos|quisiera|vamos a|voy a) (darme|darnos) de baja',
      `?(cancelen|cierren|den de baja|cancele|cierre|eliminen|anulen|cancela|cierra) ${ours} ([a-z]+ )?${account}`,
      '(irnos|irme|pasarnos|pasarme|cambiarnos|cambiarme|nos vamos|me voy|nos pasamos|me paso|cambiamos|cambiar) _ (competencia|otro proveedor|otra empresa|un competidor|otra compania)',
      '!no (vamos a |voy a )?(renovar|renovaremos|renovare) (el|la|nuestro|mi|nuestra)',
      '?(buscar|buscando|buscaremos|busco|buscamos) _ (otro proveedor|otra empresa|alternativa|alternativas|otra solucion|otra plataforma|otra compania)',
      '(nos damos|me doy|nos daremos|me dare|dennos|denme) de baja(?! (del|de la) (boletin|newsletter|lista))',
      '!no (vamos a |voy a |queremos )?(renovar|renovaremos|renovare|renovamos|continuar con ustedes|seguir con ustedes)',
      '!no (quiero|queremos|deseo) (seguir siendo|ser mas|continuar siendo|ser) client(e|es)',
    ],
    abuse: [
      `?(son|eres|sois|es usted|usted es|ustedes son) (ustedes |todos |unos |unas |un |una |el |la |los |muy |tan |usted |peor |puros )*${insult}`,
      '?!(vayanse|vete|vaya|iros|idos|vayan) a la (mierda|chingada|porra)',
      '?!(a tomar por culo|que os (den|jodan)|jodete|jodanse|hij[oa]s? de puta|callense|callate la boca|chinguen|me cago en (ustedes|vosotros))',
      '!(se|sabemos) donde (trabajas|vives|trabajan|viven)',
      '?(panda|banda|hatajo|pandilla|bola|manada|partida|grupo) de (inutiles|idiotas|incompetentes|ladrones|imbeciles|sinverguenzas|estafadores|ineptos|payasos)',
      '?(son|eres|sois|estan|estais) (ustedes |todos )?(tont[oa]s?|ciegos|sordos|retrasad[oa]s?|locos|bob[oa]s?)( |$)(o|$)?',
      '?!(verguenza les|deberia darles verguenza|les deberia dar verguenza|asco me dan|me dan asco)',
      '?(es|son|era|eran|parece|parecen) (un|una|unos|unas) (completos? |completas? |verdader[oa]s? |autentic[oa]s? |perfect[oa]s? |absolut[oa]s? |grandisim[oa]s? )*(imbecil|imbeciles|idiota|idiotas|inutil|inutiles|incompetentes?|estupid[oa]s?|gilipollas|cretin[oa]s?)(?! (de|para) )',
    ],
    privacy: [
      '?(veo|vemos|ver|aparece|aparecen|muestra|recibo|recibi|hemos recibido|salen) _ (otra empresa|otro cliente|otros clientes|otra persona|otras personas|otras empresas|otro usuario|un desconocido|terceros)',
      '?(derecho|derechos) (de|al) (supresion|acceso|olvido|rectificacion|cancelacion)(?! del)',
      '?(borren|eliminen|supriman|borrar|eliminar|suprimir|copia de|supresion de|acceso a) (todos )?(mis|todos mis|nuestros) datos( personales)',
      '?(que|todos los) datos (personales )?(tienen|guardan|almacenan|conservan) (sobre|de) mi',
      '?(filtracion|fuga|robo|brecha|violacion) de (datos|seguridad|la seguridad)',
      '?datos _ (filtrados|robados|expuestos|publicados)',
      '?(datos|facturas?|contrato|informacion|pedidos?|documentos?) de (otro|otra|otros|otras|un) (cliente|empresa|persona|clientes|empresas|personas|desconocido|usuario)s?(?! potencial)',
      '?(datos|informacion) (personales )?(que )?(ustedes )?(guardan|tienen|almacenan|conservan|guardais|teneis) _ ?(sobre|de|acerca de) (mi|nosotros)',
      '?(borren|eliminen|supriman|borrar|eliminar|suprimir) _ (mis datos|datos personales|informacion personal)',
      '?(figura|figuran|sale|salen|aparece|aparecen|hay|consta|constan|contiene) _ de (otra persona|otro cliente|otra empresa|un desconocido|otro usuario|otros clientes)',
    ],
  },
  negation: 'no|nunca|jamas|sin|ningun|ninguna|ninguno|en vez de|en lugar de|tampoco|ni',
  negationAfter: 'no (es|hace|sera) (necesari[oa]|falta)',
  asking: 'como|donde|cuando|cuanto|cual|si|saber|quien|antes de|que pasa|consultar',
  questionStart: '¿|como|donde|cuando|cuanto|cual|quien|puedo|podemos|es posible|hay|tengo que',
  others:
    '(un|una|el|la|mi|nuestro|nuestra|cada|los|nuestros|del|al) ([a-z]+ )?(cliente|clienta|comprador|compradora|huesped|socio|usuario|paciente)s?|clientes|compradores|usuarios',
  joining: 'y|e|pero|sino|porque|o|aunque|pues|solo',
};
