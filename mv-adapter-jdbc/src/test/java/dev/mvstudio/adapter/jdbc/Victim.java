package dev.mvstudio.adapter.jdbc;

import static dev.mvstudio.domain.job.JobSchedule.Task.JOB;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.adapter.jdbc.job.JdbcJobStore;
import dev.mvstudio.adapter.jdbc.schedule.JdbcJobSchedule;
import dev.mvstudio.adapter.jdbc.schedule.ScheduleTiming;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.Orders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A process that will be killed. */
final class Victim {
    private Victim() {}

    /** What it does: {@code create} or {@code call}; then the URL, and the user if there is one. */
    public static void main(String[] args) {
        Database database = new Database(address(args[1], args.length > 2 ? args[2] : null), 4);
        if (args[0].equals("create")) {
            create(new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore())));
        } else {
            call(new JdbcJobSchedule(database, ScheduleTiming.USUAL));
        }
    }

    static DatabaseAddress address(String url, @Nullable String user) {
        return new DatabaseAddress(url, user == null ? "sa" : user, user == null ? null : new Secret("postgres"));
    }

    private static void create(JobStore store) {
        while (true) {
            JobOrder order = Orders.plain();
            store.create(order, Orders.lane(1));
            System.out.println(order.id());
        }
    }

    private static void call(JdbcJobSchedule schedule) {
        schedule.wake(JOB, "one");
        schedule.start(Map.of(JOB, name -> {
            System.out.println(name);
            while (true) {
                LockSupport.park();
            }
        }));
    }

    /** Starts one of these, which writes into this file. */
    static Process start(String deed, DatabaseAddress address, Path out) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                deed,
                address.url());
        if (address.password() != null) {
            java.command().add(address.user());
        }
        return java.redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
