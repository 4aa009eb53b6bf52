// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/people/person.h"
#include "services/net/http.h"

namespace likeness {

struct EwsPeople
{
    QList<Person> people;
    int rows = 0; ///< entries the server gave, with those left out
    bool complete = true; ///< false: there are more than the server gave
};

/// Nobody is an answer. Entries without an address (a group's, a broken one's) are left out; a person's key
/// is the address, the only name both answers have.
Result<EwsPeople> resolveNamesReply(const HttpReply &reply);
/// `offset` is how many people the pages before had.
Result<EwsPeople> findPeopleReply(const HttpReply &reply, int offset);

} // namespace likeness
