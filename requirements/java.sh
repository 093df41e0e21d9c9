#!/bin/sh
# Print the path of a Java that can run the Nu HTML checker on stdout: sh requirements/java.sh
#
# Takes $JAVA, or the `java` of $JAVA_HOME, or the one that is installed. Where there is none, or an old one, installs
# Debian's package if that can be done without asking (root on a system with apt-get). Otherwise fails with a sentence
# that says what to do.
set -eu

say() { printf '%s\n' "$*" >&2; }
oldest=17
how="Install Java $oldest or later (on Debian: apt-get install default-jre-headless), or name one that you have: JAVA=/path/to/java make test"

# 17 for 17.0.15, 8 for 1.8.0, nothing for what is no Java: macOS has a `java` that only says where to get one.
release_of() {
    "$1" -version 2>&1 </dev/null | sed -n 's/^[a-z]* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
}
new_enough() {
    release=$(release_of "$1")
    [ -n "$release" ] && [ "$release" -ge "$oldest" ]
}

find_java() {
    for name in "${JAVA_HOME:+$JAVA_HOME/bin/java}" java; do
        path=$(command -v "$name") || continue
        if new_enough "$path"; then printf '%s\n' "$path"; return; fi
    done
    return 1
}

install_java() {
    log=$(mktemp)
    say "The HTML checker needs Java, and there is none that is new enough here. Installing it …"
    if { DEBIAN_FRONTEND=noninteractive apt-get update && DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends default-jre-headless; } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
}

if [ -n "${JAVA:-}" ]; then
    if ! path=$(command -v "$JAVA") || ! new_enough "$path"; then
        say "JAVA=$JAVA is not Java $oldest or later. $how"
        exit 1
    fi
    printf '%s\n' "$path"
elif find_java; then
    :
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && install_java && find_java; then
    :
else
    say "The HTML checker needs Java, and there is none here that is new enough. $how"
    exit 1
fi
