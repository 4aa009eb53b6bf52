// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/stores/xmltree.h"

#include <compare>

namespace likeness {

/// What an Exchange server says it is: 15.0 = 2013, 15.1 = 2016, 15.2 = 2019 and Subscription Edition.
struct EwsVersion
{
    int major = 0;
    int minor = 0;
    int build = 0;
    int revision = 0;

    /// Of "15.02.1118.007"; nullopt when it is no version.
    static std::optional<EwsVersion> of(const QString &text);
    bool takesPhotos() const { return *this >= EwsVersion {15, 1, 0, 0}; }
    /// "Exchange 2016 (15.1.2507.6)"
    QString name() const;
    friend auto operator<=>(const EwsVersion &, const EwsVersion &) = default;
};

/// What is in the body of a SOAP answer that is no fault.
struct SoapAnswer
{
    XmlNode content;
    std::optional<EwsVersion> version {};
};

/// Whether the answer is a SOAP envelope at all, whatever is in it.
bool isSoapEnvelope(const HttpReply &reply);

/// Envelopes of SOAP 1.1 and 1.2 with any prefixes. Faults and failing statuses are errors.
Result<SoapAnswer> soapAnswer(const HttpReply &reply);

/// The message of an EWS answer: the content itself, or the first of its ResponseMessages.
const XmlNode &ewsMessage(const XmlNode &content);
/// Done when the message says that it worked (or gives a warning); its code as an error otherwise.
Result<Done> ewsVerdict(const XmlNode &message, const HttpReply &reply);

} // namespace likeness
