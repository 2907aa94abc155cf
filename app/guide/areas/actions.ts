"use server";
import { action } from "@/lib/action";
import { chooseAreasInput } from "@/lib/seller-data/areas-input";
import { chooseAreas } from "@/lib/seller-data/choose-areas";

export const chooseAreasAction = action(chooseAreasInput, chooseAreas);
