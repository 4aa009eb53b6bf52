// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/labprocess.h"

#include "services/sandbox/labfiles.h"

#include <QJsonDocument>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

constexpr int labPackagesMissing = 77;
constexpr int labPatience = 5000; // for the server to end, in ms

} // namespace

/// Waits for the one line the script prints when the server answers.
class LabProcess::StartJob final : public JobOf<QJsonObject>
{
public:
    StartJob(LabProcess &lab, QString directory)
        : m_lab(lab)
        , m_directory(std::move(directory))
    {
    }

private:
    void doStart() override
    {
        QProcess &process = m_lab.m_process;
        const QString script = labScript();
        if (script.isEmpty())
            return finish(Error {Errc::Unsupported, u"the lab's script is not installed"_s});
        connect(&process, &QProcess::readyReadStandardOutput, this, &StartJob::readDescription);
        connect(&process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finish(Error {Errc::Unsupported, u"bash cannot be started"_s});
        });
        connect(&process, &QProcess::finished, this, &StartJob::explainEnd);
        process.start(u"bash"_s, {script, u"run"_s, m_directory});
    }
    void doCancel() override { m_lab.m_process.closeWriteChannel(); }

    void readDescription()
    {
        if (!m_lab.m_process.canReadLine())
            return;
        const QJsonDocument described = QJsonDocument::fromJson(m_lab.m_process.readLine());
        if (!described.isObject())
            return finish(Error {Errc::Local, u"the lab described itself in no way we understand"_s});
        finish(described.object());
    }
    void explainEnd(int exitCode)
    {
        const QString said = QString::fromUtf8(m_lab.m_process.readAllStandardError()).trimmed();
        finish(Error {exitCode == labPackagesMissing ? Errc::Unsupported : Errc::Local, said});
    }

    LabProcess &m_lab;
    const QString m_directory;
};

LabProcess::LabProcess(QObject *parent)
    : QObject(parent)
{
}

LabProcess::~LabProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(labPatience))
        m_process.kill();
}

JobPtr<QJsonObject> LabProcess::start(const QString &directory, const QString &photos)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"AD_LAB_PHOTOS"_s, photos);
    if (const QString module = labPortShift(); !module.isEmpty())
        environment.insert(u"AD_LAB_PORTSHIFT"_s, module);
    for (const QString &foreign : {u"AD_LAB_BULK"_s, u"AD_LAB_CERTIFICATE"_s, u"AD_LAB_SHIFT"_s})
        environment.remove(foreign);
    m_process.setProcessEnvironment(environment);
    return JobPtr<QJsonObject>(new StartJob(*this, directory));
}

} // namespace likeness
