// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/exchange/soapreply.h"

#include <QUrl>

namespace likeness {

/// Where a person's Exchange is. URLs are https or empty.
struct AutodiscoverSettings
{
    QUrl ews; ///< of Exchange.asmx
    QUrl photos {}; ///< of GetUserPhoto; empty = ewsPhotoUrl(ews)
    QUrl photoPage {}; ///< where people change their photo in Outlook on the web
    QString displayName {};
    std::optional<EwsVersion> version {};
};

/// One answer of Autodiscover: the settings, or where else to ask, or whom else to ask for.
struct AutodiscoverAnswer
{
    std::optional<AutodiscoverSettings> settings {};
    QUrl elsewhere {};
    QString otherAddress {};
};

/// The same for both forms; redirects by HTTP are answers. Errors: NotFound (nobody of that address), those
/// of the status, BadReply (also for settings without a usable EWS URL).
Result<AutodiscoverAnswer> userSettingsReply(const HttpReply &reply);
Result<AutodiscoverAnswer> plainXmlSettingsReply(const HttpReply &reply);
/// The https URL a redirect leads to; nullopt = no redirect, or to where no credential may go.
std::optional<QUrl> autodiscoverRedirect(const HttpReply &reply);

} // namespace likeness
