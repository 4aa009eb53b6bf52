# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""People, pictures and passwords of the lab domain; no third-party modules."""
import os
import random
import struct
import uuid

REALM = os.environ.get("AD_LAB_REALM", "LAB.LIKENESS.TEST")
NETBIOS = os.environ.get("AD_LAB_NETBIOS", "LABLIKE")
DNS = REALM.lower()
BASE = ",".join("DC=" + part for part in DNS.split("."))
ADMIN_PASSWORD = "Adm1n-Pa55word!"
USER_PASSWORD = "Us3r-Pa55word!"
GUID_THUMBNAIL_PHOTO = "8d3bca50-1d7e-11d0-a081-00aa006c33ed"
GUID_USER = "bf967aba-0de6-11d0-a285-00aa003049e2"

# sam, given, sn, department, title; the names are invented and chosen to be awkward
STAFF = [
    ("ada.reyes", "Ada", "Reyes", "Finance", "Controller"),
    ("bo.lind", "Bo", "Lind", "Finance", "Accountant"),
    ("zoe.angstrom", "Zoë", "Ångström", "Research", "Physicist"),
    ("lukasz.zak", "Łukasz", "Żak", "Research", "Engineer"),
    ("sean.obrien", "Seán", "O'Brien", "Sales", "Account Manager"),
    ("li.xiaolong", "小龙", "李", "Sales", "Account Manager"),
    ("noor.haddad", "نور", "حداد", "Legal", "Counsel"),
    ("dmitri.volkov", "Дмитрий", "Волков", "Legal", "Paralegal"),
    ("jsmith", "John", "Smith, Jr.", "Facilities", "Technician"),
    ("mary-jane", "Mary-Jane", "van der Berg", "Facilities", "Planner"),
    ("kenji.sato", "健二", "佐藤", "Research", "Chemist"),
    ("ines.munoz", "Inés", "Muñoz", "Marketing", "Designer"),
]
SPECIAL = [
    # sam, purpose
    ("no.mail", "no mail attribute"),
    ("disabled.user", "account disabled (data 533)"),
    ("must.change", "pwdLastSet=0 (data 773)"),
    ("stale.password", "password older than maxPwdAge (data 532)"),
    ("gone.account", "accountExpires in the past (data 701)"),
    ("lock.me", "for lock-out tests (data 775)"),
    ("protected.vip", "protected DACL, helpdesk may not write"),
]
HELPDESK = [("hd.alma", "Alma", "Berg"), ("hd.boris", "Boris", "Novak")]
SERVICE = [("svc.photosync", "may use DirSync"), ("svc.plain", "no special right")]


# what the sandbox's Microsoft 365 knows everybody by (services/sandbox/servers/sandboxworld.cpp)
_CLOUD_IDS = uuid.UUID("5f0d1a52-9f3c-4f7e-8d5e-6b1f6f3c1c11")


def consistency_guid(sam):
    """ms-DS-ConsistencyGuid as directory synchronisation writes it back: the anchor between the two."""
    return uuid.uuid5(_CLOUD_IDS, sam).bytes_le


# ------------------------------------------------------------------ tiny JPEG writer
_DC_BITS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
_DC_VALUES = list(range(12))


def _huffman(bits, values):
    table, code, index = {}, 0, 0
    for length, count in enumerate(bits, 1):
        for _ in range(count):
            table[values[index]] = (code, length)
            code += 1
            index += 1
        code <<= 1
    return table


_DC = _huffman(_DC_BITS, _DC_VALUES)


def mosaic_jpeg(seed, side=96, pad_to=0):
    """A valid baseline JPEG: a symmetric coloured mosaic of flat 8x8 blocks."""
    rnd = random.Random(seed)
    blocks = side // 8
    ink = [rnd.randrange(40, 200) for _ in range(3)]
    paper = [rnd.randrange(200, 256) for _ in range(3)]
    rows = []
    for _ in range(blocks):
        half = [rnd.random() < 0.5 for _ in range((blocks + 1) // 2)]
        rows.append(half + half[::-1][blocks % 2:])
    bits, last = [], [0, 0, 0]

    def put(code, length):
        for shift in range(length - 1, -1, -1):
            bits.append((code >> shift) & 1)

    for row in rows:
        for cell in row:
            r, g, b = ink if cell else paper
            ycc = (0.299 * r + 0.587 * g + 0.114 * b - 128,
                   -0.1687 * r - 0.3313 * g + 0.5 * b,
                   0.5 * r - 0.4187 * g - 0.0813 * b)
            for channel in range(3):
                value = int(round(max(-128, min(127, ycc[channel]))))
                diff = value - last[channel]
                last[channel] = value
                size = abs(diff).bit_length()
                put(*_DC[size])
                if size:
                    put(diff if diff > 0 else diff + (1 << size) - 1, size)
                put(0, 1)                      # the only AC symbol: end of block
    while len(bits) % 8:
        bits.append(1)
    scan = bytearray()
    for at in range(0, len(bits), 8):
        byte = int("".join(map(str, bits[at:at + 8])), 2)
        scan.append(byte)
        if byte == 0xFF:
            scan.append(0)

    def segment(marker, payload):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload

    head = b"\xff\xd8"
    head += segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    head += segment(0xDB, b"\0" + b"\x08" * 64)
    head += segment(0xC0, struct.pack(">BHHB", 8, side, side, 3) +
                    b"\1\x11\0" + b"\2\x11\0" + b"\3\x11\0")
    head += segment(0xC4, b"\0" + bytes(_DC_BITS) + bytes(_DC_VALUES))
    head += segment(0xC4, b"\x10" + b"\1" + b"\0" * 15 + b"\0")
    tail = segment(0xDA, b"\3\1\0\2\0\3\0\0\x3f\0") + bytes(scan) + b"\xff\xd9"
    missing = pad_to - len(head) - len(tail)
    while missing > 4:
        chunk = min(missing - 4, 65533)
        head += segment(0xFE, rnd.randbytes(chunk))
        missing -= chunk + 4
    return head + tail
