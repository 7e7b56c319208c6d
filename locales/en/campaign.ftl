# Two Shores, the example campaign: names and texts that every edition shares.
#
# For translators:
# $audience is one of: survivors, migrants, public, providers, media.
# In the survivors' edition, names and descriptions show in the browser's history.
# Keep them neutral there: no word that tells the subject.

## The organisation (fictional)

-organisation = Two Shores

organisation = { -organisation }

# Shown in the footer of every page. It must say that the organisation does not exist.
organisation-note =
    { $audience ->
        [survivors] This guide is an example, made by a group that does not exist. The lines to call are shown as a demonstration. The date under each one is the day on which a source last gave it.
       *[other] { -organisation } does not exist. This is an example campaign. Its phone lines are shown as a demonstration: confirm each one before you use or print it.
    }

## The campaign

campaign-title = { -organisation }
# The name of the site in discreet editions. It says nothing about the subject.
campaign-title-discreet = Guide
campaign-tagline =
    { $audience ->
        [survivors] Plain words, at your own pace
        [migrants] Check before you leave
        [providers] For people who open the door
        [media] Figures with a date, words with care
       *[other] Two shores, one light
    }
# Shown to search engines and in previews.
campaign-description =
    { $audience ->
        [survivors] Your options, in plain words: who you can talk to, what your rights are, and how to look after yourself.
        [migrants] How to check a job offer, keep your papers, and find help in Mexico and in the United States.
        [providers] Screening, referrals and law for teams on both sides of the border between Mexico and the United States.
        [media] Figures with a source, careful words, and who runs each hotline, for reporting on human trafficking at the border.
       *[other] What human trafficking looks like along the border between Mexico and the United States, and whom to call.
    }

## Audiences: the choice at the front door
# The value is what the reader would say about themselves. The description stands under it.

audience-survivors = My own situation worries me
    .description = Calm information in plain words.
audience-migrants = I have a job offer on the other side
    .description = How to check it before you leave, and your rights on the way.
audience-public = I want to know what to look for
    .description = The signs, and what to do when you see them.
audience-providers = I work with people who need help
    .description = Screening, visas and referrals for teams on both shores.
audience-media = I am a journalist
    .description = Figures with their source and date, and words that do no harm.

## The date under a line
# Nobody called these lines for the example: the date is the day of the source. A campaign that calls its
# lines takes this message out and lets the theme say "Confirmed".
# $date is a day.
hotline-confirmed = Last seen in a source on { $date }.
