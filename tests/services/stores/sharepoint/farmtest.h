// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/sharepoint/sharepointstore.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/flatpictures.h"

#include <QObject>
#include <QRgb>
#include <QStringList>
#include <QThreadPool>
#include <map>

namespace likeness::test {

HttpReply jpegReply(const QByteArray &bytes);
/// tests/data/exchanges/sharepoint/<name>.reply.txt
HttpReply farmReply(const char *name);

/// A farm in memory in which the helpdesk looks at Anna, who has a photo; tests change single answers.
class FarmTest : public QObject
{
    Q_OBJECT
protected:
    void makeFarm();
    void makeStore(const SharePointSettings &settings);
    static SharePointSettings farmSettings();

    /// "GET info L" and the like.
    static QString lineOf(const HttpRequest &request);
    QStringList asked() const;
    QByteArray bodyOf(const QString &line) const;

    const QByteArray m_large = flatPicture({300, 300}, 0xffcc2222);
    const EncodedPhoto m_old = EncodedPhoto::of(m_large, {300, 300});
    const EncodedPhoto m_new = EncodedPhoto::of(flatPicture({360, 360}, 0xff2222cc), {360, 360});
    const PersonKeys m_anna {QStringLiteral("anna"), {}, QStringLiteral("anna@contoso.com"),
        QStringLiteral("anna@contoso.com"), {}};
    QThreadPool m_workers;
    std::map<QString, HttpReply> m_answers; ///< by line; what is not there is 404
    std::shared_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<SharePointStore> m_store;
};

} // namespace likeness::test
