//! One struct per page.

mod about;
mod accessibility;
mod account;
mod answer_rows;
mod body_log;
mod category;
mod domains;
mod error;
mod home;
mod join;
mod jurisdiction;
mod jurisdiction_list;
mod mailed_link;
mod match_form;
mod matches;
mod members;
mod no_results;
mod offering;
mod offering_access;
mod offering_record;
mod organization;
mod partner;
mod peers;
mod privacy;
mod records;
mod search;
mod search_result;
mod second_factor;
mod sign_in;
mod state;
mod steward;
mod strip;
mod verdict_box;
mod welcome;

pub use about::{AboutPage, DataSource};
pub use accessibility::AccessibilityPage;
pub use account::{AccountPage, CloseAccountPage, OwnBody, OwnSession};
pub use answer_rows::{AnswerRow, Evidence};
pub use body_log::BodyLogPage;
pub use category::{CategoriesPage, CategoryEntry, CategoryPage, WordEntry};
pub use domains::{ApprovedLine, DomainsPage, SuggestedLine};
pub use error::{ErrorPage, Problem};
pub use home::{CategoryCount, Example, HomePage};
pub use join::{Asking, JoinPage, RequestState};
pub use jurisdiction::{CioCard, JurisdictionPage, NearbyOffer};
pub use jurisdiction_list::{JurisdictionListPage, JurisdictionRow};
pub use mailed_link::{LinkPurpose, MailedLinkPage};
pub use match_form::{Choice, MatchForm};
pub use matches::{AskCard, ExcludedPartner, MatchAnswer, MatchPage};
pub use members::{MemberLine, MembersPage, RequestLine};
pub use no_results::{ElsewhereRow, NoResults, OtherSearch};
pub use offering::OfferingPage;
pub use offering_record::{DocumentRow, HistoryRow, UserRow};
pub use organization::{OrganizationPage, StatementRow};
pub use partner::{Documented, Partner};
pub use peers::Peer;
pub use privacy::PrivacyPage;
pub use records::{AdoptionRow, ParticipationRow};
pub use search::{ExpiredSwitch, SearchPage, SortOption};
pub use search_result::{MatchedField, ResultVerdict, SearchResult};
pub use second_factor::{CodePage, RecoveryCodesPage, SecondFactorPage};
pub use sign_in::{ProviderChoice, SignInPage};
pub use state::{LocalBuying, StateAnswerRow, StateCell, StatePage};
pub use steward::{
    AnnouncementsPage, AuditPage, BodyLine, BodyPage, BodyWords, GovernmentRequestLine, JobLine,
    JobsPage, MailLine, MailPage, MergePage, MergeWords, PeoplePage, PersonLine, StewardBodiesPage,
    StewardPage, StewardRequestsPage,
};
pub use strip::{Strip, StripRelation};
pub use verdict_box::VerdictBox;
pub use welcome::{Behind, WelcomePage};
