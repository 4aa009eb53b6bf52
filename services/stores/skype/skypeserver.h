// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/sharedjob.h"
#include "services/net/http.h"
#include "services/stores/skype/ucwa.h"

#include <QUuid>
#include <memory>

namespace likeness {

/// The way to one server and the application it has given us; shared by the jobs of one viewer.
struct SkypeServer
{
    QUrl discovery;
    std::shared_ptr<HttpTransport> transport;
    QString endpointId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::optional<ucwa::Application> application {}; ///< nullopt = none yet, or forgotten
    SharedJob<ucwa::Application> registration {};
};

/// Whoever asks while somebody else does gets the same application.
JobPtr<ucwa::Application> registeredAt(const std::shared_ptr<SkypeServer> &server);

} // namespace likeness
