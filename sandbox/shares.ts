/**
 * Something there is only so much of, of which one network may hold no more than its share: who takes all he can
 * leaves enough for the others.
 */
export class Shares {
  private held = 0;
  private readonly byNetwork = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  /** Takes so much; false, and nothing taken, where there is no room. */
  take(network: string, amount: number): boolean {
    const own = (this.byNetwork.get(network) ?? 0) + amount;
    if (own > this.mostOfOne || this.held + amount > this.most) return false;
    this.held += amount;
    this.byNetwork.set(network, own);
    return true;
  }

  /** Gives so much back. */
  give(network: string, amount: number) {
    const own = (this.byNetwork.get(network) ?? 0) - amount;
    this.held -= amount;
    if (own > 0) this.byNetwork.set(network, own);
    else this.byNetwork.delete(network);
  }
}
