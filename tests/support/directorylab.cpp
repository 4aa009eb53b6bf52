// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/directorylab.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <cstdio>

namespace likeness::test {

using namespace Qt::StringLiterals;

DirectoryLab::DirectoryLab(Kind kind)
    : m_kind(kind)
    , m_folder(QDir::tempPath() + u"/lab-XXXXXX"_s) // short: the path of a UNIX socket has to fit
{
}

DirectoryLab::~DirectoryLab()
{
    stop();
}

int DirectoryLab::start(const QString &certificate)
{
    const bool samba = m_kind == Kind::Samba;
    const QString script = QStringLiteral(LIKENESS_LAB_DIR) + (samba ? u"/ad-lab.sh"_s : u"/slapd-lab.sh"_s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"AD_LAB_PORTSHIFT"_s, QStringLiteral(LIKENESS_PORTSHIFT));
    environment.insert(u"AD_LAB_AUTH"_s, u"allow_sasl_over_tls"_s);
    environment.insert(u"AD_LAB_MAX_RUNTIME"_s, u"1800"_s);
    environment.insert(samba ? u"AD_LAB_BULK"_s : u"SLAPD_LAB_BULK"_s, QString::number(m_bulk));
    environment.insert(samba ? u"AD_LAB_CERTIFICATE"_s : u"SLAPD_LAB_CERTIFICATE"_s, certificate);
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(script, {u"run"_s, m_folder.filePath(samba ? u"ad"_s : u"ldap"_s)});
    QByteArray line;
    const QDeadlineTimer deadline(90000 + 20 * m_bulk);
    while (!line.endsWith('\n') && !deadline.hasExpired() && m_server.state() != QProcess::NotRunning) {
        m_server.waitForReadyRead(200);
        line += m_server.readAllStandardOutput();
    }
    line += m_server.readAllStandardOutput();
    m_json = QJsonDocument::fromJson(line).object();
    if (!m_json.isEmpty())
        return 0;
    m_server.waitForFinished(1000);
    const bool missing = m_server.exitStatus() == QProcess::NormalExit && m_server.exitCode() == 77;
    const bool mayskip = missing && qEnvironmentVariable("CI") != u"true";
    std::fprintf(stderr, "%s: the server of this test %s\n", mayskip ? "SKIPPED" : "FAILED",
        missing ? "is not installed" : "did not start");
    stop();
    return mayskip ? 77 : 1;
}

void DirectoryLab::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.closeWriteChannel(); // what the script ends by
    if (!m_server.waitForFinished(10000)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

QString DirectoryLab::account(const QString &role, const QString &what) const
{
    return m_json[u"accounts"][role][what].toString();
}

QString DirectoryLab::dnOf(const QString &person) const
{
    return m_json[u"people"][person].toString();
}

int DirectoryLab::run(
    const QString &program, const QStringList &arguments, const QByteArray &input, QByteArray *output) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LDAPTLS_CACERT"_s, value(u"caFile"_s));
    environment.insert(u"LDAPTLS_REQCERT"_s, u"allow"_s); // this is only the test's own way in
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(20000);
    if (output)
        *output = process.readAllStandardOutput();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QStringList DirectoryLab::asAdministrator() const
{
    const QJsonObject administrator = m_json[u"administrator"].toObject();
    const QString name = administrator[m_kind == Kind::Samba ? u"upn"_s : u"dn"_s].toString();
    return {
        u"-x"_s, u"-H"_s, value(u"ldaps"_s), u"-D"_s, name, u"-w"_s, administrator[u"password"].toString()};
}

std::optional<QByteArray> DirectoryLab::attribute(const QString &dn, const QString &name) const
{
    QByteArray ldif;
    const int code = run(u"ldapsearch"_s,
        asAdministrator() << u"-LLL"_s << u"-o"_s << u"ldif-wrap=no"_s << u"-s"_s << u"base"_s << u"-b"_s
                          << dn << name,
        {}, &ldif);
    if (code != 0)
        qWarning("ldapsearch ended with %d", code);
    const QByteArray plain = name.toUtf8() + ": ";
    const QByteArray encoded = name.toUtf8() + ":: ";
    for (const QByteArray &line : ldif.split('\n')) {
        if (line.startsWith(encoded))
            return QByteArray::fromBase64(line.mid(encoded.size()));
        if (line.startsWith(plain))
            return line.mid(plain.size());
    }
    return std::nullopt;
}

bool DirectoryLab::setAttribute(
    const QString &dn, const QString &name, const std::optional<QByteArray> &value) const
{
    const QByteArray attribute = name.toUtf8();
    QByteArray ldif = "dn:: " + dn.toUtf8().toBase64() + "\nchangetype: modify\nreplace: " + attribute + '\n';
    if (value)
        ldif += attribute + ":: " + value->toBase64() + '\n';
    return run(u"ldapmodify"_s, asAdministrator(), ldif + "-\n") == 0;
}

bool DirectoryLab::add(const QByteArray &ldif) const
{
    return run(u"ldapadd"_s, asAdministrator(), ldif) == 0;
}

void DirectoryLab::lock(const QString &bindName) const
{
    for (int attempt = 0; attempt < 4; ++attempt)
        run(u"ldapwhoami"_s,
            {u"-x"_s, u"-H"_s, value(u"ldaps"_s), u"-D"_s, bindName, u"-w"_s, u"not the password"_s});
}

bool DirectoryLab::getTicket(const QString &principal, const QString &password)
{
    qputenv("KRB5_CONFIG", value(u"krb5Config"_s).toLocal8Bit());
    qputenv("KRB5CCNAME", QByteArray("FILE:" + m_folder.filePath(u"ccache"_s).toLocal8Bit()));
    return run(u"kinit"_s, {principal}, password.toUtf8() + '\n') == 0;
}

} // namespace likeness::test
