"""Hosts: which are of the internet, and which of the reader's own machine or network.

A link to the latter would make the reader's browser act there: on a router, a printer, a program that listens.
Nobody is asked for anything here, so what a name on the internet leads to is known only where it is known to all.
"""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from publicsuffixlist import PublicSuffixList

#: Endings of names that are on no list: of addresses in examples (RFC 2606), and of those that Tor leads to (RFC 7686).
_BESIDES = frozenset(("example", "onion"))
#: Last parts of names that are of a machine or of a network, by RFC 6761, 6762 (appendix G) and 8375, by what ICANN
#: keeps for networks (``internal``), and by the practice of those who name machines. ``example`` is no such part.
_OF_THE_HOUSE = frozenset(
    "localhost localdomain localdomain4 localdomain6 local localnet internal intranet private corp home lan home.arpa "
    "domain workgroup router modem gateway test invalid wlan ctc jetpack setup aircard lxd docker belkin 2wire.net "
    "openstacklocal novalocal service.arpa cpe hotspot connect consul svc attlocal.net mshome.net "
    "ts.net setup.meraki.com my.meraki.com ap.meraki.com switch.meraki.com wired.meraki.com mx.meraki.com congstar.box "
    "in-addr.arpa ip6.arpa".split()
)
#: Names on the internet that answer with the number of the asker's own machine, or with whatever number they hold.
_MIRRORS = frozenset(
    "localtest.me lvh.me vcap.me fuf.me lacolhost.com localho.st smackaho.st local.gd localdev.me localhost.direct "
    "lndo.site lcl.host localh.st ddev.site docksal.site 127-0-0-1.org.uk nip.io sslip.io xip.io traefik.me "
    "backname.io local-ip.co local-ip.sh local-ip.medicmobile.org localtls.com plex.direct 1u.ms rbndr.us "
    "spoofed.burpcollaborator.net".split()
)
#: Names that a router at home answers itself.
_ROUTERS = frozenset(
    "fritz.box myfritz.box fritz.nas fritz.repeater easy.box o2.box giga.cube speedport.ip pi.hole my.router "
    "mafreebox.freebox.fr mabbox.bytel.fr routerlogin.net routerlogin.com orbilogin.net orbilogin.com mywifiext.net "
    "mywifiext.com tplinkwifi.net tplinklogin.net tplinkap.net tplinkrepeater.net tplinkmodem.net tplinkextender.net "
    "tplinkdeco.net tendawifi.com router.asus.com asusrouter.com repeater.asus.com linksyssmartwifi.com myrouter.info "
    "miwifi.com router.miwifi.com dlinkrouter.com mydlink.router setup.ubnt.com hitronhub.home falogin.cn "
    "melogin.cn tplogin.cn phicomm.me p.to huaweimobilewifi.com hi.link www.asusnetwork.net asusnetwork.net netis.cc "
    "wavlogin.link extend.linksys.com console.gl-inet.com myfiosgateway.com mynetworksettings.com mwlogin.net".split()
)
_NAMES = _OF_THE_HOUSE | _MIRRORS | _ROUTERS

#: Of IPv4, what Python's versions do not agree on: protocol assignments, and the relays of 6to4.
_SPECIAL_4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
#: What numbers of IPv6 are given out to networks, and what of it is for other uses: protocols (Teredo too), 6to4,
#: and documents. Numbers of IPv4 in those of IPv6 (mapped, compatible, translated) all stand outside or in these.
_GIVEN_OUT = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
#: The third quarter of a number of IPv6 whose last one is a number of IPv4: ISATAP, RFC 5214.
_ISATAP = (0x5EFE, 0x0200_5EFE)


def is_of_the_internet(host: str) -> bool:
    """Whether a host, as a browser reads it (in ASCII, a number of IPv6 in brackets), is one of the internet.

    Names have a dot in them, end as names on the internet do, and are none that a machine, a network or a router gives
    to itself.
    """
    if host.startswith("[") or host.replace(".", "").isdigit():
        return is_public_number(host.strip("[]"))
    labels = host.lower().rstrip(".").split(".")
    if len(labels) < 2 or not (labels[-1] in _BESIDES or _ends_with_known(host.lower().rstrip("."))):
        return False
    return not any(".".join(labels[at:]) in _NAMES for at in range(len(labels)))


@cache
def _endings() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)


def _ends_with_known(name: str) -> bool:
    """Whether the last part of a name is one that the internet has: any other is made up by a network."""
    return _endings().publicsuffix(name) is not None


def is_public_number(number: str) -> bool:
    """Whether a number of IPv4 or IPv6 is that of one machine on the internet. What is no such number is not.

    A number of IPv6 that holds one of IPv4 leads to another machine than it says, so it is none.
    """
    try:
        machine = ip_address(number)
    except ValueError:
        return False
    if isinstance(machine, IPv4Address):
        return _is_usual(machine) and not any(machine in network for network in _SPECIAL_4)
    if machine not in _GIVEN_OUT or any(machine in network for network in _SPECIAL_6):
        return False
    return _is_usual(machine) and int(machine) >> 32 & 0xFFFF_FFFF not in _ISATAP


def _is_usual(machine: IPv4Address | IPv6Address) -> bool:
    return machine.is_global and not (machine.is_multicast or machine.is_reserved)
