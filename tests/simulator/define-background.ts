/** Stands for WXT's function of this name, which gives back what it is given. */
export const defineBackground = <T>(definition: T): T => definition
