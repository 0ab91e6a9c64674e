//! An address that is sent to a colleague shows the colleague the same.

use super::browsing::Person;

#[test]
fn a_search_with_government_filters_and_sort_is_in_its_address() {
    let mut sender = Person::opens("/search?for=county-17031");
    sender.sends(
        "/search",
        &[("q", "network"), ("kind", "service"), ("sort", "name")],
    );
    let receiver = Person::opens(&sender.address);
    assert_eq!(sender.html, receiver.html);
    receiver.sees("seen for Cook County, Illinois");
    receiver.sees("Kind of offering: Service");
}

#[test]
fn the_colleague_with_another_government_chosen_sees_the_one_of_the_address() {
    let mut colleague = Person::opens("/search?for=state-39");
    colleague.goes_to("/offerings/buyboard?for=municipality-4835000");
    colleague.sees("May Houston, Texas use this?");
}

#[test]
fn an_old_address_of_a_merged_offering_still_leads_to_it() {
    let person = Person::opens("/offerings/txshare-nctcog?for=municipality-4835000");
    assert_eq!(
        person.address,
        "/offerings/nctcog-txshare?for=municipality-4835000"
    );
    person.sees("May Houston, Texas use this?");
}
