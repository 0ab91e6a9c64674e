//! Figures of a cost: each opens to the lines and assumptions it was made from.

use crate::words::{and, grouped};
use interlocal_catalog::{
    Decimal,
    cost::{Amount, Cost, Difference, LineCost, Missing, Part, Standing, Total, Years, shown},
    price::{Currency, Period, Unit, money},
};
use maud::{Markup, html};

/// Which figure of a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Over all years.
    Total,
    /// In the first year.
    FirstYear,
    /// In each further year.
    FurtherYear,
}

impl Figure {
    /// Every figure, in order.
    pub const ALL: [Figure; 3] = [Figure::Total, Figure::FirstYear, Figure::FurtherYear];

    /// What it is called, for so many years.
    pub fn label(self, years: u8) -> String {
        match self {
            Figure::Total => {
                let words = Years::new(years).unwrap_or_default().words();
                format!("Cost over {words}")
            }
            Figure::FirstYear => "First year".to_owned(),
            Figure::FurtherYear => "Each further year".to_owned(),
        }
    }

    /// The figure among the sums of a currency.
    pub fn of(self, total: &Total) -> Decimal {
        match self {
            Figure::Total => total.total,
            Figure::FirstYear => total.first_year,
            Figure::FurtherYear => total.further_year,
        }
    }

    /// The same of one amount, with its currency.
    fn of_amount(self, amount: &Amount, years: u8) -> Option<String> {
        let sum = match self {
            Figure::Total => amount
                .yearly
                .checked_mul(Decimal::from(years))?
                .checked_add(amount.one_time)?,
            Figure::FirstYear => amount.yearly.checked_add(amount.one_time)?,
            Figure::FurtherYear => amount.yearly,
        };
        Some(shown(sum, amount.currency))
    }
}

/// The figure in words; what is not known is said.
pub fn figure_words(cost: &Cost, figure: Figure) -> String {
    match cost.standing {
        Standing::NoCharge => "No charge".to_owned(),
        Standing::NotPublished => "Price not published".to_owned(),
        Standing::Incomplete => "Not known yet".to_owned(),
        Standing::Reckoned => sums(cost, figure),
    }
}

/// Why a figure is not there, in sentences.
pub fn missing_words(cost: &Cost) -> Vec<String> {
    match cost.standing {
        Standing::Incomplete => cost.missing.iter().map(Missing::words).collect(),
        _ => Vec::new(),
    }
}

/// How a cost stands to the user's own figure, in a sentence.
pub fn difference_words(difference: &Difference, years: u8) -> String {
    let over = Years::new(years).unwrap_or_default().words();
    let present = shown(difference.present, Currency::Usd);
    let amount = shown(difference.less.abs(), Currency::Usd);
    let own = format!("your own figure of {present} over {over}");
    if difference.less.is_zero() {
        format!("The same as {own}")
    } else if difference.less.is_sign_negative() {
        format!("{amount} more than {own}")
    } else {
        format!("{amount} less than {own}")
    }
}

fn sums(cost: &Cost, figure: Figure) -> String {
    let sums: Vec<String> = cost
        .totals
        .iter()
        .map(|total| shown(figure.of(total), total.currency))
        .collect();
    and(&sums)
}

/// The figure, which opens to what it is made of.
pub(crate) fn figure(cost: &Cost, which: Figure) -> Markup {
    let words = figure_words(cost, which);
    html! {
        @match cost.standing {
            Standing::NotPublished => p class="il-figure" { (words) },
            Standing::NoCharge => p class="il-figure" { (words) },
            Standing::Incomplete => {
                p class="il-figure il-absent" { (words) }
                @if which == Figure::Total {
                    ul class="il-plain il-figure__why" {
                        @for sentence in missing_words(cost) { li { (sentence) } }
                    }
                    @if !cost.lines.is_empty() || !cost.fees.is_empty() {
                        details class="il-figure__how" {
                            summary { "What each line would cost" }
                            (parts(cost, which, false))
                        }
                    }
                }
            }
            Standing::Reckoned => {
                details class="il-figure__how" {
                    summary { span class="il-figure" { (words) } }
                    (parts(cost, which, true))
                    @if which == Figure::Total { (assumptions(cost)) }
                }
            }
        }
    }
}

fn parts(cost: &Cost, figure: Figure, counted: bool) -> Markup {
    let lines = cost.lines.iter().filter(|line| line.counted || !counted);
    html! {
        ul class="il-plain il-figure__parts" {
            @for line in lines {
                li {
                    b { (line.name) } ": " (working(line))
                    @if counted { (share(line.amount.as_slice(), figure, cost.years)) }
                }
            }
            @for fee in &cost.fees {
                li {
                    b { (fee.name) } ": " (fee.words)
                    @if let Some(missing) = &fee.missing { ". " (missing.words()) }
                    (share(&fee.amounts, figure, cost.years))
                }
            }
        }
    }
}

/// What amounts add to a figure: `; first year $4,680`.
fn share(amounts: &[Amount], figure: Figure, years: u8) -> String {
    let shares = amounts.iter().filter_map(|amount| {
        let sum = figure.of_amount(amount, years)?;
        Some(format!("; {} {sum}", figure.label(years).to_lowercase()))
    });
    shares.collect()
}

fn assumptions(cost: &Cost) -> Markup {
    html! {
        p class="il-figure__head" { "Assumed" }
        ul class="il-plain il-figure__parts" {
            @for sentence in &cost.assumptions { li { (sentence) } }
        }
    }
}

/// `1,200 × $3.90 = $4,680 a month`.
pub fn working(line: &LineCost) -> String {
    if let Some(missing) = &line.missing {
        return missing.words();
    }
    let per = line.period.label();
    let part = |part: &Part| {
        let sum = money(part.sum.normalize(), line.currency);
        if line.unit == Unit::Flat && part.quantity == Decimal::ONE {
            return sum;
        }
        let price = money(part.price, line.currency);
        format!("{} × {price} = {sum}", quantity(part.quantity))
    };
    let parts: Vec<String> = line.parts.iter().map(part).collect();
    let all = match parts.as_slice() {
        [] => "none needed".to_owned(),
        parts => parts.join(" + "),
    };
    match line.period {
        Period::OneTime => format!("{all} once"),
        Period::Month | Period::Year => format!("{all} {per}"),
    }
}

/// `1,200`, `0.5`.
fn quantity(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole
        .parse::<u64>()
        .map_or_else(|_| whole.to_owned(), grouped);
    if rest.is_empty() {
        whole
    } else {
        format!("{whole}.{rest}")
    }
}
