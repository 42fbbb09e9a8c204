"""Words around the name of an employer and of a post, folded."""

import re

LINES_PARTS = re.compile(r"\s+[-–—|·•:/*]+\s+|\s*[|·•\t]\s*|\s{3,}|:\s|[()„“”\"«»]|!+(?:\s|$)")
PARTS = re.compile(r"\s+[-–—|·•:/*]+\s+|\s*[|·•\t]\s*|\s{3,}|:\s|,\s|[()„“”\"«»]|!+(?:\s|$)")
LEGAL = re.compile(
    r"(?:^|\s)&\s|\b(?:gmbh|ag|se|kg|e\.? ?v|llp|llc|ltd|limited|inc|plc|corp|corporation|pvt|b\.?v|n\.?v|s\.a|sas|sarl|s\.l|s\.p\.a|s\.r\.l|ab|aps|a/s|oy|sp\. z|kft|zrt"
    r"|university|universitat|universite|universidad|universita|universidade|universiteit|universitet\w*|uniwersytet|hochschule|\w*hospital\w*|klinik\w*|\w*klinikum|clinic|academy|school|college|council|trust"
    r"|institut\w*|gemeente|\w*kommune?|commune|ville de|stadt|landratsamt|banque|\w*bank|foundation|fondazione|stiftung|\w*museum|musee|museo|group|groupe|gruppe|grupo|gruppo|partners|associates"
    r"|sykehus\w*|sjukhus\w*|sygehus\w*|ziekenhuis|umc|hopital|spital|szpital|chu|clinica|ayuntamiento|consejeria|diputacion|comune|regione|provincie|waterschap|prefeitura|camara municipal|hf|co|holding|stadtwerke|ministry|ministere|ministerio|ministerium|\w*ministerium|department of|service|services|corporation|hospitalier|centre|center|laboratories|labs|consulting|conseil|advisory|bio|robotics|insurance|versicherung\w*|airlines|airways"
    r"|works|werke?|fabrik|energie\w*|energy|energies|brewery|dairies|foods|hotels?|studios?|games|relief|vets|veterinary|capital|ventures|technologies|systems|engineering|pharma|therapeutics|logistics|media|press)\b"
)
# What comes before the name of an employer; behind a weak word stand people and places as well.
OCCASION = (
    r"(?:visit\w*|greetings|kommer|oss|us|uns|nous|ons|\w*programm\w*|concours|uitnodiging|convocation|deroule|on-?site|day|interviews?|rounds?|loop|superday|schedule|itinerary|agenda|invit\w+|welcome\w*|meet\w*|assessment\w*|application|position|role|job|opportunity|team|besuch\w*|vorstellung\w*|\w*gesprach\w*"
    r"|auswahl\w*|kennenlern\w*|termin\w*|einladung|bewerbung\w*|stelle|journee\w*|entretiens?|visite|rencontres?|entrevues?|candidature|poste|\w*dag\w*|\w*gesprek\w*|bezoek|sollicitatie\w*|visita|jornada|entrevistas?|dia"
    r"|colloqui\w*|giornata|intervju\w*|besok\w*|samtal\w*|rozmow\w*|wizyt\w*)"
)
STRONG = r"(?:at|@|bei(?:\s(?:der|dem|den))?|chez|bij(?:\s(?:de|het))?|presso|hos)"
WEAK = (
    r"(?:to|with|of|from|im|in|en|con|na|no|da|pa|i|w|vid|aan|met|van|par|la|il|nel|al|alla|et le)"
)
IS_OCCASION = re.compile(OCCASION)
TOLD = re.compile(rf"\b{OCCASION}\b[^.!?\n]{{0,40}}?(?<!\w)(?:(?P<strong>{STRONG})|{WEAK})\s(?=\S)")
STRONGLY = re.compile(rf"(?<!\w){STRONG}\s(?=\S)")
KIND = re.compile(r"\w*kommune?|universitet|universiteit|university|hospital|gmbh|inc\.?|ab|as")
SMALL = frozenset(
    [
        "&",
        "+",
        "and",
        "und",
        "et",
        "y",
        "e",
        "of",
        "de",
        "des",
        "du",
        "da",
        "do",
        "di",
        "la",
        "le",
        "les",
        "der",
        "van",
        "den",
        "för",
        "for",
        "the",
        "d'",
        "del",
        "della",
        "dei",
        "of",
        "en",
        "i",
        "och",
        "og",
    ]
)
NO_NAME = frozenset(
    [
        "we",
        "i",
        "you",
        "your",
        "our",
        "us",
        "hi",
        "hello",
        "dear",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "re",
        "fw",
        "fwd",
        "aw",
        "wg",
        "tr",
        "tomorrow",
        "candidate",
        "applicant",
        "confidential",
        "updated",
        "update",
        "ihr",
        "ihre",
        "votre",
        "uw",
        "tu",
        "su",
        "ihnen",
        "sie",
        "vous",
        "reception",
        "lobby",
        "hq",
        "office",
    ]
)
FOR_POST = re.compile(
    r"(?:\b(?:appointment|recruitment|selection) of(?: an?)?|\b(?:position|post|role|job|vacancy|opening)(?: of| as|:)(?: an?| the)?|\b(?:our|the|as|als|til|som|als een|come|como)(?= (?:\S+ ){1,6}(?:role|position|vacancy|opening|post)\b)|\b(?:stelle|position|funktion) (?:als|der|des|einer|eines)"
    r"|\bbewerbung (?:als|um die stelle)|\b\w*(?:gesprach|tag|gesprek|dag|day)\w* als|\b(?:poste|fonction)s? (?:de |d')|\bfunctie van|\bvacature|\b(?:puesto|plaza|vacante|cargo) de|\b(?:posizione|ruolo) di|\b(?:vaga|funcao|cargo) de"
    r"|\btjansten? som|\bstillingen? som|\bstanowisko|\b(?:application|applied|interviews?|candidate) for(?: the| our)?(?: position| role| post)?(?: of)?)\s(?=\S)"
)
ENDS_POST = re.compile(
    r"[,;:()|\n!?@„“”\"]|\.(?:\s|$)|\s[–—-]\s|\s(?:at|in the|on|position|post|role|vacancy|opening|with|and we|which|bei|im|in|am|an|chez|a|au|dans|le|bij|op|en|el|para|presso|il|na|no|em|vid|hos|ved|w|is|are|has|will|interview)\s"
)
POST_IS = re.compile(
    r"\s(?:role|position|vacancy|opening|post)\b.*$|^(?:an?|the|our|die|der|das|de|het)\s",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"(?:the|der|die|das|le|la|les|l'|el|il|de|het|o|a|an|your|ihre?|with|mit|avec|met|con|com|med|z|hiring)\s|.*\b(?:finalist\w*|candidat\w*|kandidat\w*|applicants?|interviewer|recruit\w*|recrut\w*|talent|hr|rh|people)\b",
    re.IGNORECASE,
)
PART_OF_ONE = re.compile(
    r"(?:(?:hr|rh)\b|department|dept|service|division|direction|faculty|fakultat|institut fur|dept\.|abteilung|medical workforce|human|corporate services|services?|secretariat\w*|sekretariat\w*|faculte|fac)\b"
)
OFFICE = re.compile(
    r"recruit\w*|recrut\w*|rekryt\w*|rekrut\w*|bewerb\w*|bewerber\w*|karriere|careers?|talents?|acquisition|hr|rh|human|resources|ressources|humaines|people|team|jobs|personal\w*|personeels\w*|personnel|werving|seleccion|selezione|the|at|scheduling|interviews?|via|&|et|and|de|bei|service|department|abteilung|office|noreply|no-reply|-"
)
GREETS = re.compile(r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon)|guten|liebe\w?|sehr)\b")

# Behind or at the end of what looks like somebody's name: it is a firm's.
OF_FIRMS = frozenset(
    """
    gmbh llp llc ltd limited inc plc pvt partg kgaa corp sarl s.a.r.l s.p.a s.r.l s.l.p aps a/s sp.k
    rechtsanwalte anwaltskanzlei kanzlei notare steuerberatung wirtschaftsprufung unternehmensberatung
    avocats notaires abogados advocaten notarissen advokater advokatfirma advokatbyra advogados adwokaci
    solicitors attorneys barristers associates accountants consultants consultores architekten architectes
    arquitectos architetti bank banque banca banco bancorp microfinance savings insurance assurance
    assurances versicherung verzekeringen seguros assicurazioni pension mutual holdings ventures
    """.split()  # noqa: SIM905
)
