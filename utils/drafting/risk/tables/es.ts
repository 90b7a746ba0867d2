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
    ],
    safety: [
      '?!(quitarme la vida|suicid*|matarme|acabar con mi vida|no quiero (seguir )?vivi(r|endo)|hacerme dano)',
      '?(se|ha|habia) (incendio|incendiado|prendio fuego|prendido fuego|exploto|explotado|derritio|prendio)',
      '?(en llamas|echa humo|echaba humo|salto? chispas|salian chispas|descarga electrica|amenaza de bomba)',
      '?(se|me|nos) (quemo|quemado|queme|lesiono|lesione|hirio|corto|electrocuto|intoxico)(?! (el|la) (presupuesto|plazo))',
      '?(los|les|te|os|voy a) (matare|matar|matarlos|matarte|pegar un tiro|mato)(?! (el|los) (proceso|procesos))',
    ],
    churn: [
      `(quiero|queremos|deseo|deseamos|quisiera|solicito|solicitamos|necesito|hemos decidido|he decidido|vamos a|voy a|por favor) _ (dar de baja|darme de baja|darnos de baja|cancelar|cerrar|eliminar|rescindir) ${ours} ([a-z]+ )?${account}`,
      '(quiero|queremos|quisiera|vamos a|voy a) (darme|darnos) de baja',
      `?(cancelen|cierren|den de baja|cancele|cierre|eliminen|anulen|cancela|cierra) ${ours} ([a-z]+ )?${account}`,
      '(irnos|irme|pasarnos|pasarme|cambiarnos|cambiarme|nos vamos|me voy|nos pasamos|me paso|cambiamos|cambiar) _ (competencia|otro proveedor|otra empresa|un competidor|otra compania)',
      '!no (vamos a |voy a )?(renovar|renovaremos|renovare) (el|la|nuestro|mi|nuestra)',
    ],
    abuse: [
      `?(son|eres|sois|es usted|usted es|ustedes son) (ustedes |todos |unos |unas |un |una |el |la |los |muy |tan |usted |peor |puros )*${insult}`,
      '?!(vayanse|vete|vaya|iros|idos|vayan) a la (mierda|chingada|porra)',
      '?!(a tomar por culo|que os (den|jodan)|jodete|jodanse|hij[oa]s? de puta|callense|callate la boca|chinguen|me cago en (ustedes|vosotros))',
      '!(se|sabemos) donde (trabajas|vives|trabajan|viven)',
    ],
    privacy: [
      '?(veo|vemos|ver|aparece|aparecen|muestra|recibo|recibi|hemos recibido|salen) _ (otra empresa|otro cliente|otros clientes|otra persona|otras personas|otras empresas|otro usuario|un desconocido|terceros)',
      '?(derecho|derechos) (de|al) (supresion|acceso|olvido|rectificacion|cancelacion)(?! del)',
      '?(borren|eliminen|supriman|borrar|eliminar|suprimir|copia de|supresion de|acceso a) (todos )?(mis|todos mis|nuestros) datos( personales)',
      '?(que|todos los) datos (personales )?(tienen|guardan|almacenan|conservan) (sobre|de) mi',
      '?(filtracion|fuga|robo|brecha|violacion) de (datos|seguridad|la seguridad)',
      '?datos _ (filtrados|robados|expuestos|publicados)',
    ],
  },
  negation: 'no|nunca|jamas|sin|ningun|ninguna|ninguno|en vez de|en lugar de|tampoco|ni',
  negationAfter: 'no (es|hace|sera) (necesari[oa]|falta)',
  asking: 'como|donde|cuando|cuanto|cual|si|saber|quien|antes de|que pasa|consultar',
  questionStart: '¿|como|donde|cuando|cuanto|cual|que|quien|puedo|podemos|es posible|hay|tengo que',
  others: '(un|una|el|la|mi|nuestro|nuestra|cada|los|nuestros|del|al) ([a-z]+ )?(cliente|clienta|comprador|compradora|huesped|socio|usuario|paciente)s?|clientes|compradores|usuarios',
  joining: 'y|e|pero|sino|porque|o|aunque|pues|solo',
};
