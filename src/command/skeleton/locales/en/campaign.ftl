campaign-title = Our campaign
campaign-title-discreet = Guide
campaign-description = Information and help, in English and Spanish.

audience-public = Everybody
    .description = What is happening, and what you can do.
audience-survivors = Someone looking for help
    .description = Calm and private, in clear words.
