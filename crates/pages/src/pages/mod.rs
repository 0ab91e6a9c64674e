//! One struct per page.

mod about;
mod accessibility;
mod account;
mod account_tokens;
mod answer_rows;
mod api;
mod ask;
mod body_log;
mod category;
mod changes;
mod checklist;
mod compare;
mod compare_row;
mod data;
mod desk;
mod domains;
mod error;
mod home;
mod inbox;
mod join;
mod jurisdiction;
mod jurisdiction_list;
mod kept_words;
mod lines;
mod mailed_link;
mod match_form;
mod matches;
mod members;
mod memo;
mod new_address;
mod no_results;
mod offering;
mod offering_access;
mod offering_cost;
mod offering_details;
mod offering_record;
mod organization;
mod partner;
mod peers;
mod privacy;
mod recorded;
mod records;
mod report;
mod reports;
mod search;
mod search_result;
mod second_factor;
mod shortlist;
mod sign_in;
mod state;
mod statements;
mod steward;
mod strip;
mod templates;
mod verdict_box;
mod waiting;
mod webhook;
mod webhooks;
mod welcome;
mod workspace;

pub use about::{AboutPage, DataSource};
pub use accessibility::AccessibilityPage;
pub use account::{AccountPage, CloseAccountPage, OwnBody, OwnSession};
pub use account_tokens::{OwnToken, TokensPage};
pub use answer_rows::{AnswerRow, Evidence};
pub use api::{ApiAnswer, ApiCall, ApiGroup, ApiPage, ApiParam};
pub use ask::{AskPage, ReplyShown};
pub use body_log::BodyLogPage;
pub use category::{CategoriesPage, CategoryEntry, CategoryPage, NoSaid, WordEntry};
pub use changes::{ChangeRow, ChangesPage};
pub use checklist::{ChecklistPage, ChecklistRow};
pub use compare::{CompareAdding, CompareHead, CompareOther, ComparePage};
pub use compare_row::{CompareCell, CompareRow};
pub use data::{DataFile, DataPage};
pub use desk::{
    Becomes, ConflictPage, DeskBody, DeskIndexPage, DeskListingRow, DeskPage, DeskShelf, DraftPage,
    EditorPage, EventRow, ImportBatchRow, ImportColumnRow, ImportColumnsPage, ImportDeskPage,
    ImportFileRow, ImportHead, ImportReportPage, ImportReportRow, ImportTally, ImportWork, Intake,
    ListingHead, NewListingPage, PreviewNote, ProposalRow, ProposalsPage, ReachRow, ReviewPage,
    SaidRow, StepRow, UploadForm, WithdrawPage,
};
pub use domains::{ApprovedLine, DomainsPage, SuggestedLine};
pub use error::{ErrorPage, Problem};
pub use home::{CategoryCount, Example, HomePage};
pub use inbox::{InboxPage, QuestionPage, QuestionRow};
pub use join::{Asking, JoinPage, RequestState, Stands};
pub use jurisdiction::{CioCard, JurisdictionPage, NearbyOffer};
pub use jurisdiction_list::{JurisdictionListPage, JurisdictionRow};
pub use kept_words::KeptWords;
pub use lines::LinesPage;
pub use mailed_link::{LinkPurpose, MailedLinkPage};
pub use match_form::{Choice, MatchForm};
pub use matches::{AskCard, ExcludedPartner, MatchAnswer, MatchPage};
pub use members::{InvitationLine, MemberLine, MembersPage, RequestLine};
pub use memo::{
    Adoptable, ChangedSince, EditedOption, EditedRule, MemoBody, MemoDraftTools, MemoEditPage,
    MemoFreezePage, MemoFrozenTools, MemoPage, MemoRow, MemoTools, MemoVerifyPage, MemosPage,
    NewMemoPage, QuantityField, VerifyAnswer,
};
pub use new_address::NewAddressPage;
pub use no_results::{ElsewhereRow, NoResults, OtherSearch};
pub use offering::OfferingPage;
pub use offering_cost::CostAtSize;
pub use offering_details::OfferingDetails;
pub use offering_record::{DocumentRow, HistoryRow, LikeUsRow, UserRow};
pub use organization::{OpenQuestion, OrganizationPage, StatementRow};
pub use partner::{Documented, Partner};
pub use peers::Peer;
pub use privacy::PrivacyPage;
pub use recorded::{AdoptedRow, RecordedPage, RecordedRow};
pub use records::{AdoptionRow, ParticipationRow};
pub use report::ReportPage;
pub use reports::{OneReportPage, ReportRow, ReportsPage};
pub use search::{ExpiredSwitch, SearchPage, SortOption};
pub use search_result::{MatchedField, ResultVerdict, SearchResult};
pub use second_factor::{CodePage, RecoveryCodesPage, SecondFactorPage};
pub use shortlist::{ShortlistPage, StarLine};
pub use sign_in::{ProviderChoice, SignInPage};
pub use state::{LocalBuying, StateAnswerRow, StateCell, StatePage};
pub use statements::{Statement, StatementsPage};
pub use steward::{
    AnnouncementsPage, AuditPage, BodyLine, BodyPage, BodyWords, ConsiderLine, ConsiderRulesPage,
    GovernmentRequestLine, JobLine, JobsPage, MailLine, MailPage, MergePage, MergeWords,
    PeoplePage, PersonLine, StewardBodiesPage, StewardPage, StewardRequestsPage,
};
pub use strip::{Strip, StripRelation};
pub use templates::{TemplatePage, TemplatesPage};
pub use verdict_box::VerdictBox;
pub use waiting::{BrokenLinkRow, WaitingEntry, WaitingFor, WaitingPage};
pub use webhook::{DeliveryLine, DeliveryState, WebhookPage};
pub use webhooks::{WebhookLine, WebhookOwner, WebhookSecretPage, WebhooksPage};
pub use welcome::{Behind, WelcomePage};
pub use workspace::{VoiceLine, WorkspaceLine, WorkspacePage, WorkspaceTools};
