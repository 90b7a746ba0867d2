import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiotas?|imbecil|imbecis|incompetentes?|burr[oa]s?|estupid[oa]s?|inutil|inuteis|ladroes|ladrao|vigaristas?|mentiros[oa]s|palhac[oa]s?|otari[oa]s?|golpistas?|ot[ao]ri[oa]s?|merdas?|babacas?)';
const account = '(conta|assinatura|subscricao|contrato|plano|servico|adesao)s?';
const ours = '(a minha|minha|a nossa|nossa|o meu|meu|o nosso|nosso|a|o|esta|este)';

export const pt: RiskTable = {
  phrases: {
    refund: [
      '(quero|queremos|solicito|solicitamos|exijo|exigimos|peco|pedimos|gostaria de|preciso|desejo|espero|requeiro) _ (reembolso|estorno|devolucao do (valor|dinheiro|montante|pagamento)|me devolvam|nos devolvam|devolvam|reembolsem|ser reembolsad[oa])',
      '(quero|queremos|devolvam|exijo) _ dinheiro de volta',
      '?(podem|poderiam|pode|poderia|por favor|favor) (por favor )?(me |nos )?(devolver|reembolsar|estornar|reembolsar-me|devolver-me|reembolsem|devolvam|estornem)',
      '(devolvam-me|reembolsem-me|devolvam meu|devolvam o meu)',
      '?(devolvam-me|devolvam|reembolsem|estornem|restituam|restituam-me|devolva-me|depositem) _ (euros|dinheiro|valor|reais|montante|pagamento|quantia|cobranca)',
      '(quero|exijo|gostaria de|espero|solicito) _ (ser reembolsad[oa]|indemnizacao|indenizacao|compensacao|ser indenizad[oa]|ser ressarcid[oa]|ressarcimento)',
      '?(me|nos) (creditem|devolvam|reembolsem|estornem|restituam|paguem) (de novo |de volta |novamente )*(os|o|as|a|todo|meu)',
    ],
    legal: [
      '?(meu|minha|nosso|nossa|meus) advogad[oa]s? (vai|ira|vao|entrara|ja|esta)',
      '?(contatar|contactar|contratar|contratei|consultar|consultei|falar|falei|acionar|procurar|acionei) (com )?(um|uma|o meu|meu|nosso|o nosso) advogad[oa]',
      '?(levo|levarei|levar|levaremos|vemo-nos|vejo-vos|ir|irei|vou) _ (ao? tribunal|a justica|na justica|em tribunal|aos tribunais)',
      '?(medidas|acoes|acao|vias|providencias|processo) (legais|judiciais|judicial|legal)',
      '?(vou|vamos|irei) (vos )?(processar|processa-los|processar-vos)(?! (o|a|os|as) (pedido|dados|arquivo|ficheiro|encomenda)s?)',
      '?(queixa|reclamacao|denuncia|denunciar|queixar-me|reclamar|participar|reclamarei) _ (procon|anpd|cnpd|deco|asae|livro de reclamacoes|reclame aqui|autoridade|banco central|justica|policia)',
      '(contestar|contestarei|disputar) _ (cobranca|pagamento|debito) _ (banco|cartao)',
      '?(ao|com a|com o|para a|para o|passei _ a|entreguei _ a) (minha |meu |nossa |nosso |nosso )?advogad[oa]',
      '?(tomar|tomarei|tomaremos|tomo) (as )?(medidas|providencias) (legais|judiciais)',
      '?(defesa do consumidor|procon|livro de reclamacoes|pequenas causas|notificacao extrajudicial)',
      '?(ultimo aviso|ultima advertencia) antes de',
      '?(para|em|ao|no|aos) (o )?(tribunal|tribunais)',
    ],
    safety: [
      '?!(acabar com a minha vida|suicid*|me matar|matar-me|tirar a minha vida|nao quero (mais )?viver|fazer mal a mim)',
      '?(pegou fogo|pegar fogo|pega fogo|em chamas|explodiu|derreteu|soltou faiscas|a deitar fumo|soltando fumaca|choque eletrico|levei um choque|ameaca de bomba|incendiou-se)',
      '?(queimou|queimei|feriu|feri|cortou|magoou|machucou) (a|o|as|os) (mao|maos|dedos?|cara|rosto|braco|perna|olhos?)',
      '?(queimou-se|feriu-se|magoou-se|se queimou|se feriu|se machucou)',
      '?(vou|irei) (vos |te |os )?(matar|matar-vos|matar voces|dar um tiro|bater em)(?! (o|os) processos?)',
      '?(saiu|saia|sai|sairam|cheiro a|cheiro de|deitou|soltou) (muito |muita )?(fumo|fumaca|faiscas|queimado|chamas)',
      '?!(sentido em (continuar a )?viver|razao para viver|vontade de viver|quero mais viver|por fim a minha vida|desistir da vida)',
      '(apanhei|levei|recebi|senti|tomei|deu-me|me deu) (com )?(um|uma) ([a-z]+ )?(choque|descarga)',
    ],
    churn: [
      `(quero|queremos|desejo|gostaria de|gostariamos de|solicito|vamos|vou|decidimos|decidi|preciso|peco para) _ (cancelar|encerrar|rescindir|fechar|eliminar|excluir) ${ours} ([a-z]+ )?${account}`,
      `?(encerrem|encerre|cancelem|fechem|cancele|encerre|eliminem|excluam) ${ours} ([a-z]+ )?${account}`,
      '(mudar|vamos|mudamos|ir|passar|trocar|migrar|vou) _ (concorrente|concorrencia|outro fornecedor|outra empresa|outro prestador)',
      '!nao (vamos |vou )?(renovar|renovaremos|renovarei) (o|a|mais)',
      '?(procura|procurando|procurar|procuramos|buscando|buscar) _ (outro fornecedor|outra empresa|alternativa|outra solucao|outro prestador|outro servico)',
      '!nao (vamos |vou |queremos |iremos )?(renovar|renovaremos|renovarei)',
      '!nao (quero|queremos|desejo) (mais |continuar a |continuar )*(ser|sendo) (mais )?(um )?(vosso|seu|vossos|seus)? ?clientes?',
    ],
    abuse: [
      `?(voces sao|voce e|sois|o senhor e|a senhora e|sao) (todos |uns |umas |um |uma |mesmo |muito |uma cambada de |um bando de |bando de |tao |grandes? |os |mais )*${insult}`,
      '?!(vao|va|vai) (para o inferno|a merda|se foder|tomar no cu|para o diabo|catar coquinho|pro inferno)',
      '?!(filh[oa]s? da puta|foda-se|cala a boca|calem a boca|calem-se|seus merdas|vao-se foder)',
      '!(sei|sabemos) onde (voces? )?(trabalham?|moram?|mora|vivem?|trabalhas|moras)',
      '?(bando|cambada|corja|turma|equipa|equipe) de (incompetentes|idiotas|ladroes|imbecis|inuteis|palhacos|burros|vigaristas|amadores|incapazes)',
      '?(voces sao|voce e|sao voces) (todos |mesmo |realmente |tao )*(burr[oa]s?|ceg[oa]s?|surd[oa]s?|parv[oa]s?|estupid[oa]s?|idiotas?)',
      '?!(tenham vergonha|deviam ter vergonha|vergonha na cara|voces me dao nojo)',
      '?(e|sao|era|eram) (um|uma|uns|umas) (perfeit[oa]s? |complet[oa]s? |verdadeir[oa]s? |grandes? |total |autentic[oa]s? )*(idiotas?|imbecil|imbecis|estupid[oa]s?|burr[oa]s?|incompetentes?|cretin[oa]s?|babacas?|palhac[oa]s?)',
    ],
    privacy: [
      '?(vejo|vemos|ver|aparecem|aparece|recebi|recebemos|mostra|visiveis) _ (de outra|de outro|de outras|de outros|de terceiros) _ (empresas?|clientes?|pessoas?|utilizador|usuario|contas?|organizacao)',
      '?(eliminacao|exclusao|copia|acesso|apagamento|apaguem|eliminem|excluam|eliminar|apagar) (de |a |d)?(todos )?(os )?meus dados',
      '?(direito|direitos) (de acesso|ao esquecimento|ao apagamento|de eliminacao|a eliminacao)',
      '?(que|quais|todos os) dados (pessoais )?(que )?(tem|guardam|possuem|detem) (sobre|de) mim',
      '?(fuga|vazamento|violacao|roubo) de dados',
      '?dados _ (vazados|vazaram|roubados|expostos)',
      '?(dados|faturas?|contrato|pedidos?|documentos?|encomendas?) (de|do|da) (outro|outra|outros|outras|um desconhecido) ?(cliente|empresa|pessoa|clientes|pessoas|utilizador|usuario)?',
      '?(que|quais|todos os|os) dados (pessoais )?(que )?(voces )?(guardam|tem|possuem|detem|armazenam|conservam) (sobre|de|acerca de) (mim|nos)',
      '?(apaguem|eliminem|excluam|apagar|eliminar|excluir) (todos )?os meus dados',
      '?(dados|fatura|faturas|contrato|morada|endereco|informacoes|documentos|iban) ([a-z]+ )?de (outra pessoa|outro cliente|outra empresa|outros clientes|um desconhecido|outro utilizador|outro usuario)',
      '?(todos )?(os )?(meus|nossos) dados (pessoais )?(sejam |a ser )?(apagados|eliminados|excluidos)',
      '?(apagar|apaguem|eliminar|eliminem|excluir|excluam) (todos )?(os )?(meus|nossos) dados( pessoais)',
    ],
  },
  negation: 'nao|nunca|jamais|sem|nenhum|nenhuma|em vez de|ao inves de|nem',
  negationAfter: 'nao (e|sera) (preciso|necessari[oa])',
  asking: 'como|onde|quando|quanto|qual|quais|se|saber|quem|antes de',
  questionStart: 'como|onde|quando|quanto|qual|quais|quem|porque|por que|posso|podemos|e possivel|existe|voces cumprem',
  others:
    '(um|uma|o|a|os|meu|nosso|nossa|nossos|cada|do|ao|dos) ([a-z]+ )?(cliente|comprador|compradora|hospede|utilizador|usuario|socio|paciente)(s|es)?|clientes|compradores|usuarios',
  joining: 'e|mas|porque|ou|porem|so|entao|pois',
};
