"""Closed sets of words that tell names of bodies, places and persons apart."""

GROUP_HEADS = frozenset(
    """wire daily courier gazette chronicle mail standard independent globe express newspaper website fm broadcaster bulletin dispatch
    agency alliance administration army assembly association authority bank battalion bloc board brigade brigades bureau cartel
    center centre channel coalition college command commission committee committees company confederation congress consortium
    convention corp corporation corps council councils court crescent cross defence defense delegation department directorate
    division embassy federation fighters firm fleet force forces foreign forum foundation front fund gang government group guard
    guards herald hospital inc initiative institute institution intelligence journal jihad junta league legion liberation ltd
    media ministry mission motors electric mobilization monitor movement nations navy network news observatory office organisation organization
    parliament party patrol police post presidency press radio regiment republican resistance rights secretariat senate service
    services society squad squadron staff state syndicate television times today tribunal tribune tv union unit units university
    watch wing workers""".split()
)
"""Last words of names of bodies: the Idlib Media Center, the Farouq Brigade."""

PLACE_HEADS = frozenset(
    """airbase airfield airport area avenue bay bazaar beach border boulevard bridge camp canal canyon cape castle cemetery city
    coast corridor county crossing dam delta desert district governorate gulf harbor harbour heights highway hill hills island
    islands jail junction lake market mosque mount mountain mountains neighborhood neighbourhood oblast ocean park pass peninsula
    plain plains plateau port prefecture prison province quarter range region ridge river road roundabout sea square station
    strait street suburb suburbs temple territory town triangle tunnel valley village zone base checkpoint outpost""".split()
)
"""Last words of names of places: Saadallah Square, Deir al-Zor province."""

FOLLOWINGS = frozenset("movement group faction organisation organization gang cartel clan tribe sect".split())
"""Nouns after a name that is seldom a place's: the Hazm movement, but the Homs militia."""

NUMBERED = frozenset(
    """area barracks base battalion block brigade camp checkpoint corps crossing district division gate height highway hill outpost point regiment
    route sector squadron unit ward zone""".split()
)
"""Words that go with a number as a name: Hill 402, Division 30."""

OTHER_HEADS = frozenset(
    """war wars day summit resolution resolutions conference agreement accord accords treaty act law plan operation exercise strategy
    book prize year cup games talks process protocol charter declaration offensive battle revolution uprising intifada olympics
    campaign convention doctrine era crisis deal award report bible koran quran god islam christianity judaism article chapter
    airstrikes airstrike strikes jets attacks videos photos images clashes death deaths""".split()
)
"""Last words of names that are neither parties nor places."""

OTHER_WORDS = frozenset(
    """barrel missile missiles rocket rockets mortar mortars shell gas chemical gun suicide tnt rdx ied ieds rpg rpgs semtex napalm sarin manpads
    vbied air car witness witnesses christmas easter mass
    fierce heavy intense sporadic renewed deadly bloody
    sukhoi mig migs antonov ilyushin tupolev bayraktar shahed kalashnikov hilux toyota cessna apache chinook hercules grad katyusha himars""".split()
)
"""Words that a capital makes nobody's name: explosives, makes of arms, and what headlines and sentences open with."""

OTHER_STARTS = frozenset("operation exercise uss hms hmas fs ins rfa mv resolution article chapter passcode".split())
"""First words of names of operations, ships and documents."""

PLACE_LEADS = frozenset(
    "city town village province district region suburb neighbourhood neighborhood governorate oblast island port capital area".split()
)
"""Nouns before "of X", or just before or after X, that make X a place."""

PLACE_STARTS = frozenset(
    "mount lake gulf strait cape camp fort port tel tell jabal jebel wadi deir khan kafr beit ain dahiyet ras bab umm".split()
)
"""First words of names of places."""

NEARNESS = {"in": 1.6, "near": 1.6, "outside": 1.6, "around": 1.6, "at": 0.8, "inside": 1.0, "across": 0.8, "throughout": 0.8,
            "toward": 0.8, "towards": 0.8, "into": 0.8, "within": 0.5, "surrounding": 0.8, "from": 0.3, "to": 0.2}  # fmt: skip
"""Prepositions before a name, and how much they speak for a place."""

DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west outskirts
    countryside centre center miles kilometers kilometres km""".split()
)
"""Nouns before "of X" that make X a place."""

SAYING = frozenset(
    """speak resign testify
    say tell add announce declare claim state note warn deny confirm insist argue accuse stress acknowledge admit report explain
    write tweet vow pledge promise suggest urge demand reject condemn call believe think agree remark recall reply respond comment
    describe testify reveal hope want refuse allege maintain reiterate emphasize emphasise criticize criticise welcome""".split()
)
"""Lemmas of verbs whose subject speaks or thinks."""

ARMED = frozenset(
    """held controlled run linked affiliated backed led fighters militants jihadists forces terrorists insurgents rebels gunmen militia
    fighter militant jihadist""".split()
)
"""Words after an acronym that make it a party."""

MEMBERS = frozenset(
    "fighters forces militants rebels gunmen militia militias militiamen movement group insurgents guerrillas troops soldiers leaders army".split()
)
"""Nouns after the singular of a group's plural name that mean the group: "Zapatista rebels"."""

WARLIKE = frozenset(
    "shell besiege storm overrun recapture retake bombard pound encircle capture seize attack advance withdraw retreat bomb ambush fire".split()
)
"""Lemmas of verbs that only the armed are the subjects of."""

PREFIXES = frozenset("al el abu ibn bin ben bint umm abd".split())
LINKS = PREFIXES | frozenset("as ash az an ar ad at ul de del della la las le los van von der den di da dos du - '".split())
"""Small words and marks inside names."""

DEEDS = frozenset(
    """attack attacks attacked bomb bombing bombings blast blasts explosion explosions ambush ambushes clash shelling bombardment airstrike
    airstrikes assault assaults massacre massacres kill kills killed wounded injured wounds injures targeting targets erupts advances seizing
    retakes recaptures captures foils repels breaks hits strikes raids destroys""".split()
)
"""What headlines tell with a capital behind a name, and no name has in it: "Adra Ambush", "Latakia Kills"."""

UNNAMED = DEEDS | frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt est utc edt am pm
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    vbied vbieds ied ieds uav uavs uas rpg rpgs sam atgm manpads mlrs icbm wmd suv suvs tv cctv gps isr mw gw km kg usd gdp aids hiv
    covid dna id ceo pm mp mps fm pow pows idp idps ngo ngos faq pdf url http https www html ddg mri uhf vhf
    islamist islamists jihadist jihadists salafist salafists leftist leftists rightist rightists separatist separatists
    shells shelling rockets mortars missiles jets warplanes helicopters tanks drones bombs clashes airstrikes gunfire snipers
    hundreds thousands dozens suspected alleged unidentified unknown masked
    ramadan eid christmas easter thanksgiving the a an this that these those he it she they we you who what when where why how and
    but or if in on at by for from to of with as not no yes near also however meanwhile mr mrs ms dr""".split()
)
"""Words whose capital makes no name of a party or a place."""

NAMESAKES = {
    "country:GE": frozenset(
        """atlanta savannah macon alabama alaska arizona arkansas california carolina carolinas colorado connecticut dakota delaware florida
        hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
        montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming""".split()
    )
}
"""Countries whose name a state of another country bears, and words of a text that speak for the state."""

BANDS = frozenset(
    """sons daughters knights lions wolves hawks eagles falcons tigers guardians swords shield lords heroes martyrs companions supporters
    defenders protectors partisans voice voices lovers soldiers men army brigades brigade front movement youth""".split()
)
"""First words of names of bands that go on with "of the": "Sons of the Dunes"."""
