//! Who belongs to a body: what a change of its people may not do.

use crate::policy::Role;

/// Whether somebody who can act stays administrator when a person gets another
/// role, or none. Bodies that have no administrator have none to lose.
pub fn keeps_administrator(people: &[(i32, Role)], person: i32, role: Option<Role>) -> bool {
    let is = |one: &(i32, Role)| one.1 == Role::Administrator;
    let others = people.iter().any(|one| one.0 != person && is(one));
    let was = people.iter().any(|one| one.0 == person && is(one));
    others || !was || role == Some(Role::Administrator)
}

#[cfg(test)]
mod tests {
    use super::keeps_administrator;
    use crate::policy::Role::{self, Administrator, Editor, Member};

    fn check(people: &[(i32, Role)], person: i32, role: Option<Role>, expect: bool) {
        assert_eq!(keeps_administrator(people, person, role), expect);
    }

    #[test]
    fn the_last_administrator_stays() {
        let alone = [(1, Administrator), (2, Editor)];
        check(&alone, 1, None, false);
        check(&alone, 1, Some(Editor), false);
        check(&alone, 1, Some(Administrator), true);
        check(&alone, 2, None, true);
        let both = [(1, Administrator), (2, Administrator)];
        check(&both, 1, None, true);
        check(&both, 1, Some(Member), true);
        check(&[(2, Editor)], 2, Some(Member), true);
    }
}
