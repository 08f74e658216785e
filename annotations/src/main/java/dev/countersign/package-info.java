/** The annotations an application writes to say which secrets it needs. */
package dev.countersign;
