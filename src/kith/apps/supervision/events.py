"""What the audit record can say of group supervision."""

ASKED = "supervision.request.asked"
TAKEN_BACK = "supervision.request.taken_back"
TRIAGED = "supervision.request.triaged"
JOINED_POOL = "supervision.facilitator.joined"
POOL_CHANGED = "supervision.facilitator.changed"
AWAY_TOLD = "supervision.facilitator.away_told"
ASKED_TO_LEAD = "supervision.lead.asked"
LEAD_ANSWERED = "supervision.lead.answered"
LEAD_WITHDREW = "supervision.lead.withdrew"
DAYS_OFFERED = "supervision.meeting.days_offered"
DAYS_ANSWERED = "supervision.meeting.days_answered"
DAY_SETTLED = "supervision.meeting.day_settled"
HAPPENED = "supervision.meeting.happened"
STOP_CARD = "supervision.meeting.stop_card"
FEEDBACK_GIVEN = "supervision.feedback.given"
WORDS_JUDGED = "supervision.feedback.words_judged"
INVITED = "supervision.invitation.sent"
INVITATION_ANSWERED = "supervision.invitation.answered"
NETWORK_MET = "supervision.network.met"
PEERS_MET = "supervision.peers.met"
PEER_SAID = "supervision.peers.said"
OBSERVED = "supervision.meeting.observed"
SUPPORT_OFFERED = "supervision.support.offered"
SUPPORT_ANSWERED = "supervision.support.answered"

EVENTS = {
    ASKED: "A group supervision was asked for",
    TAKEN_BACK: "A request for group supervision was taken back",
    TRIAGED: "A request for group supervision was triaged",
    JOINED_POOL: "Somebody joined the pool of facilitators",
    POOL_CHANGED: "What the pool says of a facilitator was changed",
    AWAY_TOLD: "A facilitator said when they are away",
    ASKED_TO_LEAD: "Facilitators were asked to lead a group supervision",
    LEAD_ANSWERED: "A facilitator answered whether they can lead",
    LEAD_WITHDREW: "A facilitator withdrew",
    DAYS_OFFERED: "Days for a group supervision were offered",
    DAYS_ANSWERED: "Somebody said on which days they can come",
    DAY_SETTLED: "The day of a group supervision was settled",
    HAPPENED: "That a group supervision happened was written down, with who came",
    STOP_CARD: "A stop card was used in a group supervision",
    FEEDBACK_GIVEN: "Somebody said what a group supervision changed; the record does not say what they said",
    WORDS_JUDGED: "The words of an answer were let through or held back",
    INVITED: "Somebody outside the network was asked to come to a group supervision, without the child’s name",
    INVITATION_ANSWERED: "Somebody who was asked to come answered",
    NETWORK_MET: "A network meeting of facilitators was written down, with who came",
    PEERS_MET: "Facilitators wrote down that they thought together with peers",
    PEER_SAID: "Somebody said how thinking with peers was; the record does not say what they said",
    OBSERVED: "A group supervision was observed",
    SUPPORT_OFFERED: "Support was offered to somebody at work",
    SUPPORT_ANSWERED: "An offer of support was answered",
}
