campaign-title = Harbour
audience-crew = Crews
audience-partners = Partners
audience-public = Everybody
