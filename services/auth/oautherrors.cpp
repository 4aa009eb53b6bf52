// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oautherrors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

/// The numbers that mean something other than the error they come with.
constexpr std::array entraErrcs {
    std::pair {50053, Errc::AccountLocked}, std::pair {50055, Errc::PasswordExpired},
    std::pair {50057, Errc::AccountDisabled}, std::pair {50144, Errc::PasswordExpired},
    std::pair {50105, Errc::Forbidden}, // not assigned to the application
    std::pair {53000, Errc::Forbidden}, // conditional access: the device
    std::pair {53001, Errc::Forbidden}, std::pair {53003, Errc::Forbidden}, // conditional access blocks
    std::pair {65001, Errc::ConsentNeeded}, // nobody consented
    std::pair {65004, Errc::Cancelled}, // the person declined
    std::pair {90094, Errc::ConsentNeeded}, // an administrator has to consent
    std::pair {90095, Errc::ConsentNeeded}, // the same, and they can be asked to
    std::pair {90002, Errc::BadInput}, // no such tenant
    std::pair {700016, Errc::BadInput}, // no such application
    std::pair {7000218, Errc::BadInput}, // not a public client
};

int entraNumber(const QString &description)
{
    const QString mark = u"AADSTS"_s;
    if (!description.startsWith(mark))
        return 0;
    qsizetype end = mark.size();
    while (end < description.size() && end < mark.size() + 8 && description[end].isDigit())
        ++end;
    return description.mid(mark.size(), end - mark.size()).toInt();
}

} // namespace

Errc oauthErrc(const QString &error, const QString &description)
{
    const int number = entraNumber(description);
    const auto known = std::find_if(entraErrcs.cbegin(), entraErrcs.cend(),
        [number](const std::pair<int, Errc> &pair) { return pair.first == number; });
    if (known != entraErrcs.cend())
        return known->second;
    if (error == u"access_denied" || error == u"authorization_declined")
        return Errc::Cancelled;
    if (error == u"expired_token")
        return Errc::Timeout; // nobody typed the code
    for (const auto *needed :
        {u"invalid_grant", u"interaction_required", u"login_required", u"bad_verification_code"}) {
        if (error == QStringView(needed))
            return Errc::SignInNeeded;
    }
    if (error == u"consent_required")
        return Errc::ConsentNeeded;
    for (const auto *ours : {u"invalid_client", u"unauthorized_client", u"invalid_scope", u"invalid_resource",
             u"invalid_target", u"unsupported_grant_type"}) {
        if (error == QStringView(ours))
            return Errc::BadInput;
    }
    return error == u"temporarily_unavailable" ? Errc::Throttled : Errc::BadReply;
}

} // namespace likeness
