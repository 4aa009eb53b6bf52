// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/exchange/ewsrequests.h"
#include "services/stores/exchange/exchangestore.h"
#include "services/stores/exchange/photoreply.h"

namespace likeness {

/// What the jobs of one ExchangeStore share: the way to the server and what was learned on it. Logic thread.
struct ExchangeServer
{
    enum class Rest { Unknown, There, Missing };
    struct Known
    {
        QString address;
        QByteArray tag;
        EncodedPhoto photo;
    };

    ExchangeSettings settings;
    std::shared_ptr<HttpTransport> transport;
    Rest rest = Rest::Unknown;
    /// The photo last read by REST, so that reading it again costs a 304; before every write it becomes the
    /// former one, by whose tag a server tells that it still serves that.
    std::optional<Known> known {};
    std::optional<Known> former {};

    QUrl photoUrl() const;
};

/// The mail address, else the UPN, which has the same form; NotFound when a person has neither,
/// BadInput when it cannot be sent.
Result<QString> exchangeAddress(const PersonKeys &person);

/// One question: by REST, which most servers have and which tells in a few bytes that nothing has changed; by
/// SOAP where that is not there or does not say. Unchanged only if a known tag was sent.
JobPtr<EwsPhotoAnswer> askedOfExchange(std::shared_ptr<ExchangeServer> server, const EwsPhotoQuery &query);

JobPtr<std::optional<StoredPhoto>> readFromExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address);
/// As PhotoStore::readBack(): in the size that was written and in the smallest, which clients ask for most.
JobPtr<std::optional<StoredPhoto>> readBackFromExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address, const ReplacedPhoto &change);

/// Exchange gives out files of its own: compared as pictures.
bool isSamePhoto(const std::optional<StoredPhoto> &found, const ExpectedPhoto &expected);

/// In the sizes Outlook, Teams and meetings ask. What the directory's photo stands in for counts as the
/// mailbox's, as clients see it; only where the smallest size alone is served, the mailbox has none and keeps
/// the others from the directory: it was removed on purpose.
JobPtr<StoreSight> seenInExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address, const StoreSight &known);

} // namespace likeness
