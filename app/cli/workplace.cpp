// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/workplace.h"

#include "app/cli/passwordprompt.h"
#include "app/composition/organisationbuilder.h"
#include "services/ledger/sqliteledger.h"
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"
#include "services/secrets/memorysecretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

struct WorkplaceText
{
    Q_DECLARE_TR_FUNCTIONS(Workplace)
};

QString dataFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/likeness/"_s + name;
}

/// The endpoints of the file that sign in with a password.
QList<EndpointSettings> withPassword(const OrganisationFile &file)
{
    QList<EndpointSettings> endpoints;
    for (const EndpointSettings &endpoint : file.endpoints) {
        if (endpoint.asksPassword())
            endpoints += endpoint;
    }
    return endpoints;
}

/// File, password, stores, ledger: one after the other.
class WorkplaceOpening final : public JobOf<std::shared_ptr<Workplace>>
{
public:
    explicit WorkplaceOpening(const CommandContext &context)
        : m_context(context)
        , m_place(std::make_shared<Workplace>())
    {
    }

private:
    void doStart() override
    {
        const QString &named = m_context.options.organisationFile;
        const QString path = named.isEmpty() ? dataFile(u"organisation.json"_s) : named;
        if (named.isEmpty() && !QFile::exists(path))
            return finish(Error {Errc::BadInput,
                WorkplaceText::tr("No organisation is set up here; name one with --organisation FILE, or try "
                                  "“likeness-cli sandbox”.")});
        const Result<OrganisationFile> file = OrganisationFile::load(path);
        if (!file)
            return finish(file.error());
        m_file = *file;
        m_endpoints = withPassword(m_file);
        if (m_context.options.passwordFromInput)
            return takePassword(std::make_unique<MemorySecretStore>(), passwordFromInput());
        m_place->secrets = std::make_unique<BestSecretStore>(std::make_unique<KeychainSecretStore>());
        lookUpNext();
    }

    void lookUpNext()
    {
        if (m_endpoints.isEmpty())
            return build();
        attempt(m_place->secrets->load(m_endpoints.first().secretKey()), &WorkplaceOpening::useOrAsk);
    }
    void useOrAsk(const Result<std::optional<QByteArray>> &found)
    {
        if (found && *found) {
            m_endpoints.removeFirst();
            return lookUpNext();
        }
        m_context.output.endProgress();
        //: Asks for a password on the terminal: %1 is an account, %2 a server.
        const QString question = WorkplaceText::tr("Password of %1 on %2:")
                                     .arg(m_endpoints.first().account, m_endpoints.first().url.host());
        takePassword(std::make_unique<MemorySecretStore>(), passwordFromTerminal(question));
    }
    /// A password that was given is for this run only and for every account of the file.
    void takePassword(std::unique_ptr<SecretStore> secrets, const Result<QByteArray> &password)
    {
        if (!password)
            return finish(password.error());
        m_password = *password;
        m_endpoints = withPassword(m_file);
        m_place->secrets = std::move(secrets);
        keepNext({});
    }
    void keepNext(const Done &)
    {
        if (m_endpoints.isEmpty())
            return build();
        step(m_place->secrets->save(m_endpoints.takeFirst().secretKey(), m_password),
            &WorkplaceOpening::keepNext);
    }

    void build()
    {
        Result<Organisation> organisation = builtOrganisation(m_file, *m_place->secrets, m_context.workers);
        if (!organisation)
            return finish(organisation.error());
        m_place->organisation = std::make_shared<Organisation>(*std::move(organisation));
        const QString &named = m_context.options.ledgerFile;
        Result<SqliteLedger::Opening> opening
            = SqliteLedger::open(named.isEmpty() ? dataFile(u"ledger.sqlite"_s) : named);
        if (!opening)
            return finish(opening.error());
        if (!opening->movedAside.isEmpty())
            //: %1 is the path of a file.
            m_context.output.note(
                WorkplaceText::tr("The ledger was damaged; it was moved to %1 and a new one begun.")
                    .arg(opening->movedAside));
        m_place->ledger = std::move(opening->ledger);
        finish(m_place);
    }

    CommandContext m_context;
    std::shared_ptr<Workplace> m_place;
    OrganisationFile m_file;
    QList<EndpointSettings> m_endpoints; ///< whose password is still to be seen to
    QByteArray m_password;
};

} // namespace

JobPtr<std::shared_ptr<Workplace>> openWorkplace(const CommandContext &context)
{
    return JobPtr<std::shared_ptr<Workplace>>(new WorkplaceOpening(context));
}

} // namespace likeness
