"""Words of sentences that change a list; patterns for folded text."""

CANCEL = (
    "scrap(?:ped)?", "scrapping", "binned", "ditch(?:ed)?", "drops out", "falls (?:away|through|out)", "is axed", "is gone", "has been (?:dropped|cut|pulled|axed)", "comes off the", "won't happen", "fallt weg", "fallt raus", "fliegt raus", "wird nichts", "fallt flach", "disparait", "passe a la trappe", "est supprimee?", "valt (?:weg|uit)", "schrappen we",
    "desaparece", "se elimina", "se quita", "viene meno", "viene (?:cancellat|eliminat|soppress)[oa]", "saltera", "deixa de", "fica cancelad[oa]", "faller bort", "stalls in", "falder (?:bort|ud)", "wypada", "odpada",
    "cancelled", "canceled", "cancel", "strike", "scratch", "drop", "dropped", "dropping", "is off", "no longer (?:happening|taking place|on)", "not happening", "called off", "won't take place", "skip", "removed", "that one's off",
    "entfallt", "entfallen", "abgesagt", "gestrichen", "fallt (?:leider )?(?:aus|weg)", "streichen", "findet nicht statt", "annulee?", "supprimee?", "n'a plus lieu", "n'aura pas lieu", "tombe a l'eau", "saute",
    "vervalt", "vervallen", "geannuleerd", "gaat niet door", "komt te vervallen", "se cancela", "cancelad[oa]", "queda anulad[oa]", "anulad[oa]", "se suspende", "se cae", "suprimid[oa]", "annullat[oa]", "e annullat[oa]", "salta", "non si terra",
    "cancelad[oa]", "foi cancelad[oa]", "fica sem efeito", "cai", "installd", "installt", "utgar", "stryks", "udgar", "aflyst", "aflyses", "avlyst", "utgar", "odwolan[eay]", "nie odbedzie sie",
)  # fmt: skip
MOVE = (
    "preponed(?: to)?", "postponed(?: to)?", "advanced to", "se recorren? a(?: las?)?", "se recorrio a(?: las?)?", "queda a(?: las?)?", "quedo a(?: las?)?",
    "swap(?:s|ped|ping)?", "swapping", "tauschen", "getauscht", "echangent", "wisselen", "ruilen", "intercambian", "si scambiano", "trocam", "byter plats", "bytter plads", "zamieniaja sie", "moving (?:my|the|your|our|his|her|it|that).{0,40}? to",
    "blir(?: nu)?", "bliver", "devient", "diventa", "fica (?:para as|as)", "sera desormais", "se pasa", "bedzie o", "zacznie sie o", "nu kl", "na kl", "forst kl", "pas om", "seulement a", "solo alle",
    "dann erst", "erst", "statt", "au lieu de", "in plaats van", "en lugar de", "en vez de", "invece (?:di|delle)", "em vez d[ae]s?", "i stallet for", "i stedet for",
    "can only (?:do|make(?: it)?|join)", "is only free", "only has time", "kann (?:leider )?(?:nur|erst)", "hat (?:nur|erst)", "ne (?:peut|pourra) (?:que|qu'a)", "kan (?:alleen|pas)", "solo puede", "puo solo", "so pode", "kan (?:bara|bare|kun|forst)",
    "now goes", "goes", "is now", "l[oa]s? pasamos a(?: las)?", "pasamos a(?: las)?", "l[oa]s? movemos a(?: las)?", "movemos a(?: las)?", "verschieben wir auf", "verschieben wir", "legen wir auf", "decalons a", "on decale a", "deplacons a", "verzetten we naar", "spostiamo alle", "passamos para", "flyttar vi till", "flytter vi til",
    "moves? to", "moved to", "moves", "is moving to", "moving to", "is now at", "now at", "now starts at", "starts at", "starting at", "pushed (?:back )?to", "pushed", "shifts? to", "shifted to", "rescheduled to", "brought forward to", "at", "instead", "is now", "now",
    "verschiebt sich (?:auf|um)", "verschoben auf", "verlegt auf", "ist jetzt um", "jetzt um", "beginnt (?:erst )?um", "findet (?:erst )?um", "neu:?", "vorgezogen auf", "startet (?:erst )?um", "ruckt auf", "wird auf", "auf",
    "passe a", "est decalee? a", "decalee? a", "deplacee? a", "est avancee? a", "avancee? a", "aura lieu a", "reportee? a", "commence(?:ra)? a", "repoussee? a", "sera a", "glisse a",
    "verzet naar", "verplaatst naar", "verschoven naar", "schuift (?:op )?naar", "begint om", "wordt", "gaat naar", "is nu om",
    "pasa a(?: las)?", "se pasa a(?: las)?", "se mueve a", "se traslada a", "se retrasa a", "se adelanta a", "trasladad[oa] a", "sera a las", "empieza a las", "arrancar", "entonces",
    "spostat[oa] alle", "spostat[oa]", "anticipat[oa] alle", "posticipat[oa] alle", "slitta alle", "passa alle", "sara alle", "inizia alle",
    "passa (?:a ser )?(?:para|as)", "passou para", "foi adiad[oa] para", "foi antecipad[oa] para", "muda para", "comeca as", "sera as",
    "flyttas till", "flyttad till", "ar nu kl", "borjar kl", "flyttes til", "flyttet til", "starter kl", "er na kl", "rykkes til", "rykker til", "przeniesion[eay] na", "przesuniet[eay] na",
)  # fmt: skip
TAKE_OVER = (
    "will sit with", "sits with", "fur (?:ihn|sie|ihm|ihr) kommt", "kommt fur (?:ihn|sie)", "voor (?:hem|haar) komt", "vient a sa place", "viene en su lugar", "viene al suo posto", "l[oae] (?:da|lleva|hace|guia|conduce)", "do it instead",
    "will do", "is doing", "does the", "doing the", "will be (?:doing|taking|leading|running)", "will (?:lead|run|see|meet) (?:you|the)", "macht", "fuhrt das", "assurera", "fera", "doet", "verzorgt", "hara", "lo hara", "fara", "gor", "holder",
    "takes? (?:over|her slot|his slot|their slot|that slot|the slot|her place|his place|their place)", "taking over", "takes (?:her|his|their)", "take (?:his|her|their|over)", "will take", "takes the", "replaces?", "replaced by", "replacing", "steps? in", "stepping in", "stands? in", "standing in", "fills? in", "filling in", "covers?", "covering", "instead", "in (?:his|her|their) place", "will be at the",
    "ubernimmt", "uebernimmt", "springt ein", "vertritt", "vertreten von", "vertreten durch", "ersetzt", "einspringen", "fuhrt stattdessen", "stattdessen", "an (?:seiner|ihrer) stelle", "kommt stattdessen",
    "remplace", "remplacee? par", "prend sa place", "prend le relais", "c'est .{2,60} qui", "vous recevra", "a sa place", "prendra",
    "neemt .{0,60}over", "neemt waar", "vervangt", "vervangen door", "in (?:zijn|haar) plaats", "valt in", "vervanging",
    "l[oae] cubre", "cubre", "sustituye", "l[oae] sustituye", "sustituid[oa] por", "reemplaza", "l[oae] reemplaza", "en su lugar", "toma su lugar", "ocupa su lugar",
    "sostituisce", "sostituit[oa] da", "al suo posto", "prende il posto", "subentra", "substitui", "substituid[oa] por", "no (?:seu|lugar)", "em seu lugar", "assume",
    "ersatter", "ersatts av", "hoppar in", "tar over", "tar hennes", "tar hans", "overtager", "overtar", "erstatter", "erstattes af", "traeder ind", "i stallet", "i stedet", "zastepuje", "zastapi", "przejmie", "przejmuje",
)  # fmt: skip
INSTEAD_OF = (
    "instead of", "in place of", "in lieu of", "rather than", "replaces", "replacing", "for", "covering for", "covers for", "in for", "steps in for", "fills in for", "not", "standing in for", "taking over from", "takes over from",
    "statt", "anstatt", "anstelle von", "an stelle von", "vertritt", "ersetzt", "in vertretung von", "in vertretung fur", "nicht", "a la place de", "au lieu de", "remplace", "en remplacement de",
    "in plaats van", "vervangt", "ter vervanging van", "en lugar de", "en vez de", "sustituye a", "reemplaza a", "al posto di", "invece di", "sostituisce", "em vez de", "no lugar de", "substitui", "i stallet for", "ersatter", "i stedet for", "erstatter", "zamiast",
)  # fmt: skip
AWAY = (
    "(?:anda|sigue|salio|quedo) (?:en|de|con|fuera)", "is (?:on|in|at|stuck) (?:a|the|an) ",
    "is (?:\\w+ ){0,2}(?:weg|vrij|ziek|afwezig|verhinderd|out|away|off sick|sick|ill|abroad)", "ist (?:\\w+ ){0,2}(?:weg|krank|verhindert|verreist|unterwegs|im urlaub|auf dienstreise)", "est (?:\\w+ ){0,2}(?:absente?|malade|en deplacement|en conge|a l'etranger)",
    "esta (?:\\w+ ){0,2}(?:fuera|enferm[oa]|de viaje|de baja|de comision)", "se encuentra de (?:comision|viaje|baja|vacaciones)", "e (?:\\w+ ){0,2}(?:assente|via|malat[oa]|in ferie)", "ar (?:\\w+ ){0,2}(?:sjuk|borta|bortrest|pa konferens)", "er (?:\\w+ ){0,2}(?:syg|vaek|bortreist|syk|pa ferie)", "zit (?:\\w+ ){0,3}(?:vast|in)",
    "sends? (?:his|her|their) (?:apologies|regrets)", "sends? apologies", "apologises", "is (?:on|off) ", "has left", "got swapped", "was called", "moved to another", "est en conge", "est souffrante?", "retenue?", "lasst sich entschuldigen", "lasst sich vertreten", "laat zich (?:excuseren|verontschuldigen)", "se disculpa", "si scusa", "manda le sue scuse", "pede desculpa", "skickar aterbud", "melder afbud", "melder forfall",
    "can't", "cannot", "can not", "couldn't", "can no longer", "won't be", "will not be", "will miss", "isn't", "is not (?:available|able|joining|here|in)", "is (?:out|away|sick|ill|travell?ing|on (?:leave|service|sabbatical|vacation|holiday|call|jury)|off|abroad|unwell|stuck|unavailable|no longer|tied up|called away|recused)", "has (?:been called|to |had to|jury|herd|a conflict|another|come down|fallen|declined|dropped out|taken ill|got )", "'s got", "has dropped out", "has declined", "got called", "had to", "called in sick", "out sick", "down with",
    "ist (?:leider )?(?:krank|erkrankt|verhindert|abwesend|im urlaub|nicht|auf|verreist)", "kann (?:leider )?nicht", "fallt aus", "verhindert", "erkrankt", "entschuldigt", "muss (?:leider )?absagen", "hat (?:leider )?abgesagt", "leider nicht",
    "a un empechement", "empechee?", "est (?:absent|malade|empech|en deplacement|en conge|souffrant|indisponible|retenu)", "ne (?:pourra|peut|sera|vient|viendra)", "n'est (?:finalement )?pas", "absente?", "indisponible",
    "is (?:morgen )?vrij", "is (?:ziek|verhinderd|afwezig|niet)", "kan (?:helaas )?niet", "zit (?:dan )?in het buitenland", "verhinderd", "ziek", "afgemeld", "niet aanwezig",
    "esta (?:enferm|de baja|de viaje|con gripe|ausente|malo|mala|fuera|con)", "no (?:puede|podra|viene|vendra|estara|asistira|va a)", "de baja", "enferm[oa]", "excusa", "viaja", "tiene la daily",
    "e (?:assente|malat|impegnat|in ferie|indispost|via)", "non (?:puo|potra|ci sara|viene|verra)", "impossibilitat[oa]", "esta (?:doente|ausente|de ferias)", "nao (?:pode|podera|vem|vira|estara|vai)", "doente",
    "ar (?:sjuk|bortrest|forhindrad|borta)", "kan (?:tyvarr )?inte", "forhindrad", "er (?:syg|syk|forhindret|bortreist|pa ferie)", "kan (?:desvaerre |dessverre )?ikke", "forhindret", "nie moze", "nie bedzie", "jest chor", "hat absagen",
)  # fmt: skip
JOIN = (
    "(?:will )?(?:now )?brings? along", "bringing along", "brings", "will (?:also )?be accompanied by", "is accompanied by", "bringt .{0,30}mit", "amene", "sera accompagnee? de", "neemt .{0,30}mee", "trae a", "vendra con", "viene con", "porta con se", "traz", "tar med sig", "tager .{0,30}med", "tar med", "przyprowadzi",
    "(?:will )?be joined by", "is joined by", "joined by", "will join", "joins", "will also join", "also joins", "is joining", "will sit in", "sits in", "comes? along", "added to", "will shadow", "will also be there",
    "kommt (?:noch )?dazu", "kommt hinzu", "nimmt (?:auch |ebenfalls |zusatzlich )?teil", "ist auch dabei", "ist (?:ebenfalls )?dabei", "wird begleitet von", "erganzt", "se joint", "se joindra", "rejoint", "sera egalement", "participera aussi", "sluit (?:ook )?aan", "schuift (?:ook )?aan", "komt erbij", "is er ook bij",
    "se une", "se suma", "se incorpora", "tambien estara", "si unisce", "si aggiunge", "partecipa anche", "junta-se", "vai juntar-se", "tambem participa", "ansluter", "ar ocksa med", "kommer ocksa", "deltager ogsa", "deltar ogsa", "dolaczy",
)  # fmt: skip
PLACE = (
    "room change", "new room", "instead", "will be in", "is now in", "now in", "moved to", "takes place in", "changed to", "swapped", "raumwechsel", "jetzt in", "findet in", "stattdessen", "neuer raum", "changement de salle", "aura lieu", "se tiendra", "desormais", "andere zaal", "nu in", "vindt plaats", "wordt gehouden",
    "cambia de sala", "sera en", "va en", "ahora en", "cambio de sala", "cambio sala", "si terra", "si svolge", "ora in", "muda de sala", "sera na", "sera no", "passa para", "byter rum", "ar nu i", "er nu i", "flyttes til", "flyttas till", "byter", "bytter", "skifter", "the rest", "leaves?",
)  # fmt: skip
