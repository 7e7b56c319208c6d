campaign-title = Two Shores
campaign-title-discreet = Guide
campaign-description = { $audience ->
    [survivors] Words for you.
   *[other] Words for everybody.
}
ask = { $audience ->
    [survivors] you can ask.
   *[other] ask first.
}
audience-survivors = For me
    .description = Calm words
audience-public = For all
topic-money = Money
