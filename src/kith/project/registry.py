"""Every registry of the system, as plain lists: the one place where higher code is handed to lower."""

from kith.apps.access.actions import ACTIONS as ACCESS_ACTIONS
from kith.apps.access.destroy_hooks import OnDestroy, TellsOf
from kith.apps.access.merge_hooks import OnMerge
from kith.apps.access.seal_hooks import OnSealChange
from kith.apps.cases.actions import ACTIONS as CASE_ACTIONS
from kith.apps.cases.services import on_destroy as on_destroy_of_contacts
from kith.apps.cases.services import on_merge as on_merge_of_contacts
from kith.apps.chronologies.actions import ACTIONS as CHRONOLOGY_ACTIONS
from kith.apps.chronologies.queries import subjects_of_row
from kith.apps.chronologies.services import on_destroy as on_destroy_of_rows
from kith.apps.chronologies.services import on_merge as on_merge_of_rows
from kith.apps.directory.actions import ACTIONS as DIRECTORY_ACTIONS
from kith.apps.drafts.services import on_destroy as on_destroy_of_drafts
from kith.apps.drafts.services import on_merge as on_merge_of_drafts
from kith.apps.helplines.actions import ACTIONS as HELPLINE_ACTIONS
from kith.apps.networks.actions import ACTIONS as NETWORK_ACTIONS
from kith.apps.occasions.actions import ACTIONS as OCCASION_ACTIONS
from kith.apps.occasions.services import on_destroy as on_destroy_of_occasions
from kith.apps.occasions.services import on_merge as on_merge_of_occasions
from kith.apps.oversight.actions import ACTIONS as OVERSIGHT_ACTIONS
from kith.apps.ownpages.actions import ACTIONS as OWN_PAGE_ACTIONS
from kith.apps.ownpages.services import on_destroy as on_destroy_of_own_pages
from kith.apps.ownpages.services import on_merge as on_merge_of_own_pages
from kith.apps.people.actions import ACTIONS as PEOPLE_ACTIONS
from kith.apps.people.queries import subjects_of_record
from kith.apps.people.services import on_destroy, on_merge, on_seal_change, tells_of_person
from kith.apps.pictures.actions import ACTIONS as PICTURE_ACTIONS
from kith.apps.pictures.queries import subjects_of_picture
from kith.apps.pictures.services import on_destroy as on_destroy_of_pictures
from kith.apps.pictures.services import on_merge as on_merge_of_pictures
from kith.apps.pseudonyms.actions import ACTIONS as PSEUDONYM_ACTIONS
from kith.apps.pseudonyms.services import on_destroy as on_destroy_of_stand_ins
from kith.apps.pseudonyms.services import on_merge as on_merge_of_stand_ins
from kith.apps.sentences.actions import ACTIONS as SENTENCE_ACTIONS
from kith.apps.sentences.queries import subjects_of_intelligence
from kith.apps.sentences.services import on_destroy as on_destroy_of_sentences
from kith.apps.sentences.services import on_merge as on_merge_of_sentences
from kith.apps.supervision.actions import ACTIONS as SUPERVISION_ACTIONS
from kith.apps.supervision.services import on_destroy as on_destroy_of_supervision
from kith.apps.supervision.services import on_merge as on_merge_of_supervision
from kith.apps.teams.actions import ACTIONS as TEAM_ACTIONS
from kith.apps.teams.queries import subjects_of_team_place
from kith.apps.teams.services import on_destroy as on_destroy_of_teams
from kith.apps.teams.services import on_merge as on_merge_of_teams
from kith.apps.voices.actions import ACTIONS as VOICE_ACTIONS
from kith.apps.voices.queries import subjects_of_voice
from kith.apps.voices.services import on_destroy as on_destroy_of_voices
from kith.apps.voices.services import on_merge as on_merge_of_voices

ACTIONS = (
    *ACCESS_ACTIONS,
    *PEOPLE_ACTIONS,
    *NETWORK_ACTIONS,
    *CASE_ACTIONS,
    *SENTENCE_ACTIONS,
    *VOICE_ACTIONS,
    *OWN_PAGE_ACTIONS,
    *TEAM_ACTIONS,
    *OCCASION_ACTIONS,
    *PICTURE_ACTIONS,
    *CHRONOLOGY_ACTIONS,
    *PSEUDONYM_ACTIONS,
    *DIRECTORY_ACTIONS,
    *HELPLINE_ACTIONS,
    *SUPERVISION_ACTIONS,
    *OVERSIGHT_ACTIONS,
)

# What higher apps do when something is sealed or opened again, when two records are one person, or when one is
# destroyed; and whose a record is, and whether words tell of somebody.
ON_SEAL: tuple[OnSealChange, ...] = (on_seal_change,)
ON_MERGE: tuple[OnMerge, ...] = (
    on_merge,
    on_merge_of_contacts,
    on_merge_of_sentences,
    on_merge_of_voices,
    on_merge_of_own_pages,
    on_merge_of_teams,
    on_merge_of_occasions,
    on_merge_of_pictures,
    on_merge_of_rows,
    on_merge_of_drafts,
    on_merge_of_stand_ins,
    on_merge_of_supervision,
)
ON_DESTROY: tuple[OnDestroy, ...] = (
    on_destroy_of_supervision,
    on_destroy_of_stand_ins,
    on_destroy_of_rows,
    on_destroy_of_pictures,
    on_destroy_of_occasions,
    on_destroy_of_sentences,
    on_destroy_of_contacts,
    on_destroy_of_own_pages,
    on_destroy_of_voices,
    on_destroy_of_teams,
    on_destroy_of_drafts,
    on_destroy,
)
TELLS_OF: tuple[TellsOf, ...] = (tells_of_person,)
RECORD_OWNERS = (
    subjects_of_record,
    subjects_of_intelligence,
    subjects_of_voice,
    subjects_of_team_place,
    subjects_of_picture,
    subjects_of_row,
)
