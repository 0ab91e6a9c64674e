//! `/categories` and `/categories/{slug}`

use super::{
    lists::{FEED_OF_STATEMENTS, STATEMENTS_TOO, feed, feed_called, tables_called, taken},
    visit::Visit,
};
use crate::error::Failure;
use axum::{extract::Path, response::Response};
use interlocal_catalog::{CategoryId, answer::StatementOfNo};
use interlocal_pages::pages::{CategoriesPage, CategoryEntry, CategoryPage, NoSaid, WordEntry};

/// Every category with its children.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let vocabulary = visit.app.portal.vocabulary();
    let twin = "/api/v1/categories".to_owned();
    let mut files = taken("/categories", "", Some(&twin));
    files.push(feed("/categories", ""));
    let page = CategoriesPage {
        shell: visit.shell_with(files, Some(twin)),
        categories: vocabulary
            .first_level()
            .map(|category| CategoryEntry {
                category: visit.category_count(category),
                children: vocabulary
                    .children(&category.slug)
                    .map(|child| visit.category_count(child))
                    .collect(),
            })
            .collect(),
    };
    Ok(visit.answer(&page))
}

/// One category with its offerings.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = CategoryId::new(slug);
    let portal = &visit.app.portal;
    let (offerings, total) = portal
        .read_category(&visit.actor(), &slug, visit.place())
        .await?;
    let vocabulary = visit.app.portal.vocabulary();
    let category = vocabulary.get(&slug).ok_or(Failure::NotFound)?;
    let statements = visit.said_no(&slug);
    let mut shell = visit.shell_of_list(&visit.for_whom(&format!("category={slug}")));
    if !statements.is_empty() {
        let list = format!("/categories/{slug}/statements");
        shell.files.extend(tables_called(STATEMENTS_TOO, &list, ""));
        shell.files.push(feed_called(FEED_OF_STATEMENTS, &list));
    }
    let page = CategoryPage {
        shell,
        category: visit.category(&slug),
        parent: category
            .parent
            .as_ref()
            .map(|parent| visit.category(parent)),
        meaning: category.meaning.clone(),
        words: category
            .words
            .iter()
            .map(|word| WordEntry {
                word: word.word.clone(),
                means: word.means.clone(),
            })
            .collect(),
        synonyms: category.synonyms.clone(),
        children: vocabulary
            .children(&slug)
            .map(|child| visit.category_count(child))
            .collect(),
        offering_total: total as u64,
        offerings: visit.rows(&offerings),
        statements,
    };
    Ok(visit.answer(&page))
}

/// Statements shown on the page of a category.
const STATEMENTS: usize = 50;

impl Visit {
    /// The statements about a category or what stands under it that count still, the
    /// latest first.
    pub fn statements_about(&self, category: &CategoryId) -> Vec<StatementOfNo> {
        let vocabulary = self.app.portal.vocabulary();
        let all = &self.snapshot.register.statements;
        let mut said: Vec<&StatementOfNo> = all
            .iter()
            .filter(|said| vocabulary.within(&said.category, category))
            .filter(|said| !self.statement(said).too_old)
            .collect();
        said.sort_by_key(|said| std::cmp::Reverse(said.said_on));
        said.into_iter().take(STATEMENTS).cloned().collect()
    }

    fn said_no(&self, category: &CategoryId) -> Vec<NoSaid> {
        let said = self.statements_about(category);
        said.iter()
            .map(|said| NoSaid {
                body: self.body(&said.by),
                row: self.statement(said),
            })
            .collect()
    }
}
