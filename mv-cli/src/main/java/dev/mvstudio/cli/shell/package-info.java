/** What every command needs: the process around it, the options that all have, errors and exit codes. */
@NullMarked
package dev.mvstudio.cli.shell;

import org.jspecify.annotations.NullMarked;
