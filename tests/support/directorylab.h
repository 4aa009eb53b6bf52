// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <optional>

namespace likeness::test {

/// A real directory server as a child of the test: Samba as Active Directory or OpenLDAP, filled with the
/// people of resources/lab/directory/labdata.py. Ends with the test, however that ends.
class DirectoryLab
{
public:
    enum class Kind { Samba, Slapd };
    explicit DirectoryLab(Kind kind);
    ~DirectoryLab();
    Q_DISABLE_COPY_MOVE(DirectoryLab)

    /// 0, or the code main() has to return: 77 (skipped, aloud) where the packages are missing, 1 on failure
    /// and, with CI=true, also where packages are missing. Certificates: good, expired, wrongname.
    int start(const QString &certificate = QStringLiteral("good"));
    /// So many more people with photos ("bulk00000" …), below OU=Bulk; before start().
    void setBulk(int people) { m_bulk = people; }
    void stop();

    QString value(const QString &key) const { return m_json[key].toString(); }
    /// dn, upn, down, password of a role of the lab: user, otherUser, helpdesk, lockout…
    QString account(const QString &role, const QString &what) const;
    QString dnOf(const QString &person) const;

    /// What the project's own code is not needed for: the first value of an attribute, by ldapsearch.
    std::optional<QByteArray> attribute(const QString &dn, const QString &name) const;
    /// By ldapmodify, as the administrator; nullopt = none.
    bool setAttribute(const QString &dn, const QString &name, const std::optional<QByteArray> &value) const;
    /// By ldapadd, as the administrator: entries as LDIF.
    bool add(const QByteArray &ldif) const;
    /// Signs in with a wrong password until the account is locked.
    void lock(const QString &bindName) const;
    /// Gets a Kerberos ticket into a cache of its own and points this process to it.
    bool getTicket(const QString &principal, const QString &password);

private:
    int run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
        QByteArray *output = nullptr) const;
    QStringList asAdministrator() const;

    const Kind m_kind;
    int m_bulk = 0;
    QTemporaryDir m_folder;
    QProcess m_server;
    QJsonObject m_json;
};

} // namespace likeness::test
