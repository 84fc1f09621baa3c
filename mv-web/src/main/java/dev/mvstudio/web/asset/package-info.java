/** Routes around given files. */
@NullMarked
package dev.mvstudio.web.asset;

import org.jspecify.annotations.NullMarked;
