# As palavras do tema faro. Uma campanha pode escrever qualquer uma de novo na sua própria pasta locales/.

## Em volta da página

skip-to-content = Ir para o conteúdo
menu = Menu
menu-label = Menu principal
language-label = Idioma
language-start = (página inicial)
breadcrumb-label = Você está aqui
on-this-page = Nesta página
list-separator = { ", " }
clause-separator = { "; " }

## A saída, nas edições que têm uma

exit-label = Sair já
exit-loading = Carregando
exit-press-two = Shift. Aperte mais 2 vezes para sair.
exit-press-one = Shift. Aperte mais 1 vez para sair.
exit-expired = O tempo para sair com Shift acabou: comece de novo.
exit-history = Sair não apaga esta página da lista que o seu aparelho guarda.
safety-link = Como ler isto com cuidado
safety-short = Cuidado

## A página

translation-missing = Esta página ainda não foi traduzida. Ela aparece no idioma original: { $language }.
reviewed-on = Revisado em { $date }.
law-note = Sobre a lei ({ $place }), lida em { $date }. Pergunte o que mudou desde então. Isto é informação, não aconselhamento jurídico.
updated-on = Atualizado em { $date }.
topic = Assunto
topics = Assuntos
page-count = { $count ->
    [one] Uma página
   *[other] { $count } páginas
}
in-this-part = Nesta parte
all-pages = Todas as páginas
sequel-label = Página anterior e página seguinte
previous = Anterior
next = Seguinte
pager-label = Páginas desta lista
pager-previous = Página anterior
pager-next = Página seguinte
pager-position = Página { $number } de { $total }

## Início

audiences-title = O que traz você aqui?

## Para levar

download = Baixar ({ $format }, { $size } kB)
download-print = Para ter em papel, imprima esta página pelo menu do navegador: saem o texto e os números, sem os menus.

## As linhas de ajuda

help-title = Para quem ligar
help-text = Você encontra estas linhas em todas as páginas.
hotline-answers = Quem atende
hotline-hours = Horário
hotline-languages = Idiomas
hotline-sharing = O que repassam
hotline-interpreter = outros com intérprete
hotline-free = A ligação é gratuita.
hotline-confirmed = Confirmado em { $date }.
hotline-stale = Sem confirmação desde { $date }: pode ter mudado.
hotline-stale-short = (sem confirmação desde { $date })
hotline-zone = no horário de { $zone }
hotline-demonstration = Mostrado como exemplo.
channel-verb = { $kind ->
    [voice] Ligar
    [tty] Ligar por TTY
    [text] Mandar um SMS
    [whatsapp] Escrever
    [chat] Abrir a conversa
    [email] Escrever
   *[other] Abrir
}
channel-name = { $kind ->
    [voice] Ligação
    [tty] TTY
    [text] SMS
    [whatsapp] WhatsApp
    [chat] Conversa no site deles
    [email] E-mail
    [in-person] Pessoalmente
   *[other] Site
}
channel-keyword = Mande { $keyword } para { $number }

## Os números e as suas fontes

sources-title = Fontes dos números desta página
source-mark = fonte { $number }
source-link = Ler
source-archive = Cópia que não muda
source-accessed = Lida em { $date }.
source-confirmed = Vista em { $date }.
source-figures = Para: { $figures }

## Quando uma página não está

not-found-title = Esta página não está aqui
not-found-text = O endereço pode ter mudado. Não há nada de errado com o seu aparelho.
not-found-home = Ir para a primeira página
redirect-link = Ir para “{ $title }”

## O pé da página

footer-about = Sobre este site
footer-audiences = Para outras pessoas
organisation = { $site }
organisation-note = { $site } publica este site.

## Nos textos

campaign-title = Campanha
campaign-description = Informação e ajuda.
alert-note = Nota
alert-tip = Dica
alert-important = Importante
alert-warning = Atenção
alert-caution = Cuidado
footnotes = Notas
footnote-back = Voltar ao texto da nota
task-done = Feito
task-open = Por fazer
topic-list-title = Todos os assuntos
topic-title = Assunto: { $topic }
choose-language = Escolha o seu idioma
choose-audience = Para quem é isto?
moved-title = Esta página mudou de endereço
moved-text = Esta página tem um novo endereço. Se nada acontecer, siga este link.
feed-title = Notícias de { $title }
feed-link = Acompanhar as notícias

## Nomes de idiomas

language-ar = árabe
language-de = alemão
language-en = inglês
language-es = espanhol
language-fa = persa
language-fr = francês
language-pt = português
language-zh = chinês
