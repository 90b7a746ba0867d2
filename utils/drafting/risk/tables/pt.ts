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
    ],
    legal: [
      '?(meu|minha|nosso|nossa|meus) advogad[oa]s? (vai|ira|vao|entrara|ja|esta)',
      '?(contatar|contactar|contratar|contratei|consultar|consultei|falar|falei|acionar|procurar|acionei) (com )?(um|uma|o meu|meu|nosso|o nosso) advogad[oa]',
      '?(levo|levarei|levar|levaremos|vemo-nos|vejo-vos|ir|irei|vou) _ (ao? tribunal|a justica|na justica|em tribunal|aos tribunais)',
      '?(medidas|acoes|acao|vias|providencias|processo) (legais|judiciais|judicial|legal)',
      '?(vou|vamos|irei) (vos )?(processar|processa-los|processar-vos)(?! (o|a|os|as) (pedido|dados|arquivo|ficheiro|encomenda)s?)',
      '?(queixa|reclamacao|denuncia|denunciar|queixar-me|reclamar|participar|reclamarei) _ (procon|anpd|cnpd|deco|asae|livro de reclamacoes|reclame aqui|autoridade|banco central|justica|policia)',
      '(contestar|contestarei|disputar) _ (cobranca|pagamento|debito) _ (banco|cartao)',
    ],
    safety: [
      '?!(acabar com a minha vida|suicid*|me matar|matar-me|tirar a minha vida|nao quero (mais )?viver|fazer mal a mim)',
      '?(pegou fogo|pegar fogo|pega fogo|em chamas|explodiu|derreteu|soltou faiscas|a deitar fumo|soltando fumaca|choque eletrico|levei um choque|ameaca de bomba|incendiou-se)',
      '?(queimou|queimei|feriu|feri|cortou|magoou|machucou) (a|o|as|os) (mao|maos|dedos?|cara|rosto|braco|perna|olhos?)',
      '?(queimou-se|feriu-se|magoou-se|se queimou|se feriu|se machucou)',
      '?(vou|irei) (vos |te |os )?(matar|matar-vos|matar voces|dar um tiro|bater em)(?! (o|os) processos?)',
    ],
    churn: [
      `(quero|queremos|desejo|gostaria de|gostariamos de|solicito|vamos|vou|decidimos|decidi|preciso|peco para) _ (cancelar|encerrar|rescindir|fechar|eliminar|excluir) ${ours} ([a-z]+ )?${account}`,
      `?(encerrem|cancelem|fechem|cancele|encerre|eliminem|excluam) ${ours} ([a-z]+ )?${account}`,
      '(mudar|vamos|mudamos|ir|passar|trocar|migrar|vou) _ (concorrente|concorrencia|outro fornecedor|outra empresa|outro prestador)',
      '!nao (vamos |vou )?(renovar|renovaremos|renovarei) (o|a|mais)',
    ],
    abuse: [
      `?(voces sao|voce e|sois|es|o senhor e|a senhora e|sao) (todos |uns |umas |um |uma |mesmo |muito |uma cambada de |um bando de |bando de |tao |grandes? |os |mais )*${insult}`,
      '?!(vao|va|vai) (para o inferno|a merda|se foder|tomar no cu|para o diabo|catar coquinho|pro inferno)',
      '?!(filh[oa]s? da puta|foda-se|cala a boca|calem a boca|calem-se|seus merdas|vao-se foder)',
      '!(sei|sabemos) onde (voces? )?(trabalham?|moram?|mora|vivem?|trabalhas|moras)',
    ],
    privacy: [
      '?(vejo|vemos|ver|aparecem|aparece|recebi|recebemos|mostra|visiveis) _ (de outra|de outro|de outras|de outros|de terceiros) _ (empresas?|clientes?|pessoas?|utilizador|usuario|contas?|organizacao)',
      '?(eliminacao|exclusao|copia|acesso|apagamento|apaguem|eliminem|excluam|eliminar|apagar) (de |a |d)?(todos )?(os )?meus dados',
      '?(direito|direitos) (de acesso|ao esquecimento|ao apagamento|de eliminacao|a eliminacao)',
      '?(que|quais|todos os) dados (pessoais )?(que )?(tem|guardam|possuem|detem) (sobre|de) mim',
      '?(fuga|vazamento|violacao|roubo) de dados',
      '?dados _ (vazados|vazaram|roubados|expostos)',
    ],
  },
  negation: 'nao|nunca|jamais|sem|nenhum|nenhuma|em vez de|ao inves de|nem',
  negationAfter: 'nao (e|sera) (preciso|necessari[oa])',
  asking: 'como|onde|quando|quanto|qual|quais|se|saber|quem|antes de',
  questionStart: 'como|onde|quando|quanto|qual|quais|quem|que|porque|por que|posso|podemos|e possivel|ha|existe|voces cumprem',
  others: '(um|uma|o|a|os|meu|nosso|nossa|nossos|cada|do|ao|dos) ([a-z]+ )?(cliente|comprador|compradora|hospede|utilizador|usuario|socio|paciente)(s|es)?|clientes|compradores|usuarios',
  joining: 'e|mas|porque|ou|porem|so|entao|pois',
};
