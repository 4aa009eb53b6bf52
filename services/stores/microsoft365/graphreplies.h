// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/photo/encodedphoto.h"
#include "services/stores/webreplies.h"

#include <QStringList>

namespace likeness::graph {

/// Answers of Microsoft Graph as values; pure, and every answer is hostile until read. The status is judged
/// first, the code in the body is kept for Details only. Numbers in brackets are claims of
/// docs/protocols/microsoft365.md.

/// What is known of a photo without its bytes.
struct PhotoInfo
{
    QString mediaEtag; ///< changes with the photo; quotes are part of it
    QString contentType;
    QSize pixels; ///< empty where the service does not tell
};

/// Who may change photos, as the organisation has set it up.
struct PhotoPolicy
{
    enum class Source { Any, Cloud, OnPremises };
    Source source = Source::Any;
    QStringList allowedRoles; ///< ids of role templates; empty = everybody
};

struct PeopleFound
{
    QList<Person> people;
    QString nextLink; ///< empty = the last page
};

/// Every failure, with the request ids. 403: the token was good, so a policy or a missing role is in the way.
Error errorOf(const HttpReply &reply, WebIntent intent);

/// nullopt = no photo, or (404 says no more) no such user.
Result<std::optional<PhotoInfo>> photoInfo(const HttpReply &reply);
Result<std::optional<EncodedPhoto>> photoBytes(const HttpReply &reply);
Result<QList<PhotoInfo>> photoSizes(const HttpReply &reply);
Result<Done> written(const HttpReply &reply);
/// Also when it was gone already.
Result<Done> removed(const HttpReply &reply);
/// The UPN.
Result<QString> user(const HttpReply &reply);
Result<PhotoPolicy> photoPolicy(const HttpReply &reply);
Result<Person> person(const HttpReply &reply);
Result<PeopleFound> people(const HttpReply &reply);

/// The answers in a batch as if each had come alone, in the order of the questions [M10].
Result<QList<Result<HttpReply>>> batch(const HttpReply &reply, qsizetype questions);

} // namespace likeness::graph
