// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointparts.h"

namespace likeness {

using namespace Qt::StringLiterals;

Result<EndpointParts> webParts(
    const OrganisationFile &, const EndpointSettings &endpoint, SecretStore &, QThreadPool &)
{
    return Error {Errc::BadInput, endpoint.name + u": this kind of place is not supported yet"_s};
}

} // namespace likeness
