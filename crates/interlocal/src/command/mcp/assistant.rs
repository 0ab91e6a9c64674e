//! The tools of an assistant.

use super::{
    asked::{CompareAsked, MatchAsked, SearchAsked, SheetAsked, VerdictAsked},
    fault::Fault,
    told::{CompareTold, MatchTold, SearchTold, SheetTold, VerdictTold},
};
use interlocal_portal::Portal;
use rmcp::{
    Json, ServerHandler, handler::server::wrapper::Parameters, tool, tool_handler, tool_router,
};
use std::sync::Arc;

/// Answers as everybody may read them.
pub struct Assistant {
    pub(super) portal: Arc<Portal>,
}

#[tool_router]
impl Assistant {
    /// An assistant that asks this portal.
    pub fn new(portal: Arc<Portal>) -> Self {
        Self { portal }
    }

    #[tool(
        description = "Find IT services, contracts, expertise and grants that a public body \
                       offers to other governments. With a government named, each result says \
                       whether it may use it.",
        annotations(
            title = "Search offerings",
            read_only_hint = true,
            open_world_hint = false
        )
    )]
    async fn search_offerings(
        &self,
        Parameters(asked): Parameters<SearchAsked>,
    ) -> Result<Json<SearchTold>, Fault> {
        self.find(asked).await.map(Json)
    }

    #[tool(
        description = "May this government use that offering? The verdict with its reasons, the \
                       steps that are left, the rules in sentences, the source, the day on which \
                       it was checked and the address of the page. An outcome of `unknown` means \
                       that nobody has recorded it: it is never a yes.",
        annotations(title = "Verdict", read_only_hint = true, open_world_hint = false)
    )]
    async fn verdict(
        &self,
        Parameters(asked): Parameters<VerdictAsked>,
    ) -> Result<Json<VerdictTold>, Fault> {
        self.judge(asked).await.map(Json)
    }

    #[tool(
        description = "What is on record for a government in each category: yes, after steps, \
                       listed but not confirmed, a dated no, or not recorded, with the offerings \
                       and statements that decide it, and whom to ask.",
        annotations(title = "Answer sheet", read_only_hint = true, open_world_hint = false)
    )]
    async fn answer_sheet(
        &self,
        Parameters(asked): Parameters<SheetAsked>,
    ) -> Result<Json<SheetTold>, Fault> {
        self.read_sheet(asked).await.map(Json)
    }

    #[tool(
        name = "match",
        description = "Whom should a government work with in a category? The state CIO's office \
                       first, then bodies and peers, ranked, each with reasons and what to ask.",
        annotations(
            title = "Match partners",
            read_only_hint = true,
            open_world_hint = false
        )
    )]
    async fn matches(
        &self,
        Parameters(asked): Parameters<MatchAsked>,
    ) -> Result<Json<MatchTold>, Fault> {
        self.find_partners(asked).map(Json)
    }

    #[tool(
        description = "Put two to four offerings side by side: verdicts, typed facts, and costs \
                       at a size, with what was assumed and what is missing.",
        annotations(
            title = "Compare offerings",
            read_only_hint = true,
            open_world_hint = false
        )
    )]
    async fn compare(
        &self,
        Parameters(asked): Parameters<CompareAsked>,
    ) -> Result<Json<CompareTold>, Fault> {
        self.stand_beside(asked).await.map(Json)
    }
}

#[tool_handler(
    name = "interlocal",
    instructions = "Interlocal knows which IT services, contracts and expertise US state and local \
                    governments open to each other, and to whom. Name a government by its name \
                    and state or by its key. Cite the source, the day on which it was checked \
                    and the address of the page with every answer. `unknown` and `not_recorded` \
                    mean that nobody has said: report them so, with whom to ask, and never as a \
                    yes or a no. `listed` is from a public source and not confirmed."
)]
impl ServerHandler for Assistant {}
