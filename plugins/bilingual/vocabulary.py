"""The words of the report format for readers: a label for every word of every vocabulary, and definitions of
grades.

The labels are messages with the vocabulary as their context, so that "Government" the actor and "Government"
the source can differ in Arabic. Stances are verbs; Arabic has verbal nouns for them, which need not agree in
gender.
"""

from __future__ import annotations

from .marking import P_

#: Vocabulary → word of the format → message.
LABELS = {
    "event-type": {
        "armed-clash": P_("event-type", "Armed clash"),
        "air-strike": P_("event-type", "Air strike"),
        "drone-strike": P_("event-type", "Drone strike"),
        "shelling": P_("event-type", "Shelling"),
        "missile-strike": P_("event-type", "Missile strike"),
        "bombing": P_("event-type", "Bombing"),
        "chemical-weapon": P_("event-type", "Chemical weapon"),
        "attack-on-civilians": P_("event-type", "Attack on civilians"),
        "abduction": P_("event-type", "Abduction"),
        "sexual-violence": P_("event-type", "Sexual violence"),
        "siege": P_("event-type", "Siege"),
        "territory-changes-hands": P_("event-type", "Territory changes hands"),
        "ceasefire": P_("event-type", "Ceasefire"),
        "agreement": P_("event-type", "Agreement"),
        "agreement-ends": P_("event-type", "Agreement ends"),
        "evacuation": P_("event-type", "Evacuation"),
        "displacement": P_("event-type", "Displacement"),
        "aid": P_("event-type", "Humanitarian aid"),
        "arrest": P_("event-type", "Arrest"),
        "looting": P_("event-type", "Looting"),
        "destruction": P_("event-type", "Destruction"),
        "protest": P_("event-type", "Protest"),
        "diplomacy": P_("event-type", "Diplomacy"),
        "statement": P_("event-type", "Statement"),
        "other": P_("event-type", "Other event"),
    },
    "outcome": {
        "killed": P_("outcome", "Killed"),
        "injured": P_("outcome", "Injured"),
        "missing": P_("outcome", "Missing"),
        "detained": P_("outcome", "Detained"),
        "displaced": P_("outcome", "Displaced"),
    },
    "who": {
        "civilians": P_("who", "Civilians"),
        "combatants": P_("who", "Combatants"),
        "unknown": P_("who", "Status unknown"),
        "all": P_("who", "All people"),
    },
    "including": {
        "children": P_("including", "children"),
        "women": P_("including", "women"),
        "men": P_("including", "men"),
        "elderly": P_("including", "elderly people"),
        "medics": P_("including", "medical workers"),
        "journalists": P_("including", "journalists"),
    },
    "grade": {
        "confirmed": P_("grade", "Confirmed"),
        "fair": P_("grade", "Fair"),
        "weak": P_("grade", "Weak"),
        "contested": P_("grade", "Contested"),
        "discounted": P_("grade", "Discounted"),
    },
    "stance": {
        "asserts": P_("stance", "asserts"),
        "denies": P_("stance", "denies"),
        "concedes": P_("stance", "concedes"),
        "accuses": P_("stance", "accuses"),
        "urges": P_("stance", "urges"),
    },
    "identified": {
        "named": P_("identified", "Named"),
        "role": P_("identified", "Identified by role"),
        "unnamed": P_("identified", "Name not given"),
        "institution": P_("identified", "Institution"),
        "unattributed": P_("identified", "Unattributed"),
    },
    "quote": {
        "direct": P_("quote", "Direct quotation"),
        "indirect": P_("quote", "Reported speech"),
    },
    "scope": {
        "incident": P_("scope", "Single incident"),
        "cumulative": P_("scope", "Cumulative toll"),
    },
    "place-kind": {
        "country": P_("place-kind", "Country"),
        "governorate": P_("place-kind", "Governorate"),
        "district": P_("place-kind", "District"),
        "city": P_("place-kind", "City"),
        "town": P_("place-kind", "Town"),
        "village": P_("place-kind", "Village"),
        "camp": P_("place-kind", "Camp"),
        "neighbourhood": P_("place-kind", "Neighbourhood"),
        "facility": P_("place-kind", "Facility"),
        "road": P_("place-kind", "Road"),
        "area": P_("place-kind", "Area"),
    },
    "actor-kind": {
        "government": P_("actor-kind", "Government"),
        "state-forces": P_("actor-kind", "State forces"),
        "rebel-group": P_("actor-kind", "Rebel group"),
        "political-militia": P_("actor-kind", "Political militia"),
        "identity-militia": P_("actor-kind", "Identity militia"),
        "external-forces": P_("actor-kind", "External forces"),
        "un": P_("actor-kind", "United Nations"),
        "igo": P_("actor-kind", "Intergovernmental organisation"),
        "ngo": P_("actor-kind", "Non-governmental organisation"),
        "civil-defence": P_("actor-kind", "Civil defence"),
        "civilians": P_("actor-kind", "Civilians"),
        "other": P_("actor-kind", "Other party"),
    },
    "source-kind": {
        "news-agency": P_("source-kind", "News agency"),
        "newspaper": P_("source-kind", "Newspaper"),
        "broadcaster": P_("source-kind", "Broadcaster"),
        "news-site": P_("source-kind", "News site"),
        "state-media": P_("source-kind", "State media"),
        "government": P_("source-kind", "Government"),
        "un": P_("source-kind", "United Nations"),
        "igo": P_("source-kind", "Intergovernmental organisation"),
        "ngo": P_("source-kind", "Non-governmental organisation"),
        "monitor": P_("source-kind", "Monitoring group"),
        "civil-defence": P_("source-kind", "Civil defence"),
        "medical": P_("source-kind", "Medical source"),
        "activists": P_("source-kind", "Activists"),
        "party-to-conflict": P_("source-kind", "Party to the conflict"),
        "witness": P_("source-kind", "Witness"),
        "expert": P_("source-kind", "Expert"),
        "social-media": P_("source-kind", "Social media"),
        "person": P_("source-kind", "Person"),
    },
    # NATO's Admiralty system (AJP-2.1): how far the source is relied on, and how far the information is
    # believed.
    "reliability": {
        "A": P_("reliability", "Completely reliable"),
        "B": P_("reliability", "Usually reliable"),
        "C": P_("reliability", "Fairly reliable"),
        "D": P_("reliability", "Not usually reliable"),
        "E": P_("reliability", "Unreliable"),
        "F": P_("reliability", "Reliability cannot be judged"),
    },
    "credibility": {
        "1": P_("credibility", "Confirmed by other sources"),
        "2": P_("credibility", "Probably true"),
        "3": P_("credibility", "Possibly true"),
        "4": P_("credibility", "Doubtful"),
        "5": P_("credibility", "Improbable"),
        "6": P_("credibility", "Truth cannot be judged"),
    },
    # The Uppsala Conflict Data Program's codes (UCDP GED): how exactly date and place are known.
    "date-precision": {
        "1": P_("date-precision", "Day known"),
        "2": P_("date-precision", "Known to within two to six days"),
        "3": P_("date-precision", "Week known"),
        "4": P_("date-precision", "Month known"),
        "5": P_("date-precision", "Known only to the year or less exactly"),
    },
    "place-precision": {
        "1": P_("place-precision", "Exact place known"),
        "2": P_("place-precision", "Near a known place, within about 25 km"),
        "3": P_("place-precision", "District known"),
        "4": P_("place-precision", "Governorate known"),
        "5": P_("place-precision", "Known only roughly: part of a country, or along a line such as a road"),
        "6": P_("place-precision", "Country known"),
    },
}

#: Vocabulary → word of the format → message with one sentence that defines it.
DEFINITIONS = {
    "grade": {
        "confirmed": P_(
            "grade",
            "The party responsible has acknowledged the event, or independent evidence proves it.",
        ),
        "fair": P_(
            "grade", "Two or more independent sources report the event, and none gives reason to doubt it."
        ),
        "weak": P_(
            "grade", "The event rests on one source, or on sources that are not independent of each other."
        ),
        "contested": P_("grade", "Sources contradict each other on what happened or on who is responsible."),
        "discounted": P_(
            "grade", "The editors hold that the event did not happen as reported; its figures enter no total."
        ),
    },
}
