# Texts that several pages share. They are written once, so that they are true everywhere.

## The three core messages (UNODC, Toolkit to Combat Trafficking in Persons, tool 9.8)
# Each edition needs all three. For survivors: no label for the reader, only what is done to them.

crime =
    { $audience ->
        [survivors] If someone forces you, tricks you or will not let you leave, that is a crime.
        [migrants] Forcing or tricking a person into work is a crime in both countries.
       *[other] Trafficking in persons is a crime in Mexico and in the United States.
    }

not-your-fault =
    { $audience ->
        [survivors] This is being done to you. It is not your fault, even if you said yes at the start.
        [migrants] If it happens to you, it is not your fault. Crossing without papers does not change that.
       *[other] The person is a victim of that crime, even if they agreed at first or crossed without papers.
    }

right-to-protection =
    { $audience ->
        [survivors] You have the right to ask the law to protect you, with or without papers.
        [migrants] You have the right to ask for protection on either side of the border, with or without papers.
       *[other] The person has the right to seek the protection of the law, whatever their immigration status.
    }

## What every edition with an exit button must say about safety

safety-history-not-erased = Leaving this page does not erase it. The phone or computer keeps a list of the pages you opened.
safety-spyware = Some programs show another person everything you do on your phone. Clearing the list of pages does not stop them.
safety-other-device = If someone checks your phone, use one that they cannot reach: at a library, at a clinic, or one that you borrow from someone you trust.

## Calling

before-you-call =
    { $audience ->
        [survivors] You can ask first and decide later. You can hang up whenever you want.
        [migrants] You can ask about a job before you accept it. You do not need an emergency to call.
        [providers] Call together with the person, and only if they want to.
       *[other] Tell them what you saw and heard, not what you suppose.
    }

# About free numbers: they belong to one country.
lines-by-country =
    { $audience ->
        [providers] Each free number belongs to one country. Dialled from the other, the same digits may reach a different subscriber.
       *[other] Each free number works in its own country. From the other side, the same number may reach somebody else.
    }

## Law

not-legal-advice =
    { $audience ->
        [providers] This page is information for professionals. It is not legal advice, and it does not replace the text of the law.
       *[other] This page informs you. It is not legal advice. For your own case, ask a lawyer.
    }


## Reading

# $count is a number of minutes.
read-minutes =
    { $count ->
        [one] One minute to read.
       *[other] { $count } minutes to read.
    }
