// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"

#include "services/imaging/fingerprinting.h"

namespace likeness {

bool samePicture(const EncodedPhoto &a, const EncodedPhoto &b)
{
    if (a == b)
        return true;
    const Result<Fingerprint> first = fingerprintOf(a);
    const Result<Fingerprint> second = first ? fingerprintOf(b) : first;
    return first && second && compared(*first, *second).likeness == Likeness::Same;
}

} // namespace likeness
