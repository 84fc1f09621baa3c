package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Where a figure stands and how big it is. Shapes are made in units of it.
 *
 * @param x of its origin
 * @param y of its origin
 * @param unit in pixels; negative sizes do not exist
 * @param lean its slant to the right, 0 for upright
 */
record Place(double x, double y, double unit, double lean) {
    Shape ellipse(double cx, double cy, double rx, double ry) {
        return put(new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry));
    }

    Shape box(double cx, double cy, double width, double height, double corner) {
        return put(new RoundRectangle2D.Double(cx - width / 2, cy - height / 2, width, height, corner, corner));
    }

    /** A limb: a thick line with round ends through the points. */
    Shape limb(double thickness, double... points) {
        return put(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(open(points)));
    }

    Shape polygon(double... points) {
        Path2D path = open(points);
        path.closePath();
        return put(path);
    }

    /** A closed curve: a start, then two control points and an end for each part. */
    Shape curve(double... p) {
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 2; i + 5 < p.length; i += 6) {
            path.curveTo(p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5]);
        }
        path.closePath();
        return put(path);
    }

    Shape put(Shape shape) {
        return new AffineTransform(unit, 0, -lean * unit, unit, x, y).createTransformedShape(shape);
    }

    private static Path2D open(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
