package dev.mvstudio.application.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The end of a process, in the middle of something. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    /** Which call it happens at, and on which side of it. */
    static final class Plan {
        private final int call;
        private final boolean after;
        private int calls;

        Plan(int call, boolean after) {
            this.call = call;
            this.after = after;
        }

        boolean happened() {
            return calls >= call;
        }

        /** The same port, which dies when its turn comes. */
        <T> T around(Class<T> port, T real) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
                        boolean now = ++calls == call;
                        if (now && !after) {
                            throw new Crash();
                        }
                        try {
                            Object result = method.invoke(real, args);
                            if (now) {
                                throw new Crash();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
