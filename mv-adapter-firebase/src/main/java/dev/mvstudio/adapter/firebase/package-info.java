/** Assets in Firebase Storage, and records of image sequences in Firestore, by Google's own clients. */
@NullMarked
package dev.mvstudio.adapter.firebase;

import org.jspecify.annotations.NullMarked;
